// A part of an audit for one of several machines.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "audit/inputs.hpp"

namespace ruamlint {

/// The `number`th of `count`, from 1.
struct Share {
  int number = 1, count = 1;
};

/// Indices of the inputs of a share, rising. All shares together have each input once; their bytes are about
/// the same, since bytes are what reading costs. `sizes`: of each input, in bytes. The same sizes give the
/// same shares.
[[nodiscard]] std::vector<std::size_t> inputs_of_share(const std::vector<std::uint64_t>& sizes, Share share);

}  // namespace ruamlint
