#pragma once

#include "cli/session.hpp"

namespace ruamlint {

/// One line on standard error where this machine cannot shut its workers in as it should.
void tell_of_missing_sandbox(const Session& session);

}  // namespace ruamlint
