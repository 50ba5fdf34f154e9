# A layer is a static library whose headers only those who link it can include.
#
#   ruamlint_layer(facts SOURCES a.cpp b.cpp PUBLIC document PRIVATE text)
#
# The folder src/facts becomes the target ruamlint_facts. Its headers are reached as "facts/x.hpp", through
# a link that lies alone in its own include folder, so that a layer which is not linked is not found:
# the permitted includes are exactly the links written in the CMakeLists.txt files.

add_library(ruamlint_options INTERFACE)
target_compile_options(ruamlint_options INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wno-sign-conversion -Wnon-virtual-dtor
  $<$<BOOL:${RUAMLINT_WERROR}>:-Werror>)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
  # GCC 12 sees overlapping copies in std::string's own assignment, at -O2 and above (GCC bug 105329), and unset
  # members where an initialiser list of strings unwinds.
  target_compile_options(ruamlint_options INTERFACE -Wno-restrict -Wno-maybe-uninitialized)
endif()
if(RUAMLINT_SANITIZE)
  target_compile_options(ruamlint_options INTERFACE
    -fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer)
  target_link_options(ruamlint_options INTERFACE -fsanitize=address,undefined)
  target_compile_definitions(ruamlint_options INTERFACE RUAMLINT_SANITIZE=1)
endif()

function(ruamlint_layer path)
  cmake_parse_arguments(ARG "" "" "SOURCES;PUBLIC;PRIVATE" ${ARGN})
  string(REPLACE "/" "_" name ${path})
  set(target ruamlint_${name})
  add_library(${target} STATIC ${ARG_SOURCES})

  get_filename_component(parent ${path} DIRECTORY)
  set(include_dir ${CMAKE_BINARY_DIR}/layers/${name})
  file(MAKE_DIRECTORY ${include_dir}/${parent})
  file(CREATE_LINK ${CMAKE_SOURCE_DIR}/src/${path} ${include_dir}/${path} SYMBOLIC)
  target_include_directories(${target} PUBLIC ${include_dir})

  foreach(scope PUBLIC PRIVATE)
    foreach(dependency IN LISTS ARG_${scope})
      string(REPLACE "/" "_" dependency_name ${dependency})
      if(EXISTS ${CMAKE_SOURCE_DIR}/src/${dependency} AND NOT dependency MATCHES "::")
        target_link_libraries(${target} ${scope} ruamlint_${dependency_name})
      else()
        target_link_libraries(${target} ${scope} ${dependency})
      endif()
    endforeach()
  endforeach()
  target_link_libraries(${target} PRIVATE ruamlint_options)
endfunction()
