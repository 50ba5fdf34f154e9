# `cpack` makes a Debian package of what `cmake --install` puts in place.
set(manual ${CMAKE_BINARY_DIR}/manual)
# Of what the program itself says of its commands, so that no page can say anything else.
add_custom_command(OUTPUT ${manual}/ruamlint.1.gz ${manual}/th/ruamlint.1.gz ${manual}/ruamlint.bash
  COMMAND ${CMAKE_COMMAND} -E make_directory ${manual}/th
  COMMAND sh -c "\"$1\" manual --lang en | gzip -9n > \"$2/ruamlint.1.gz\" && \"$1\" manual --lang th | gzip -9n > \"$2/th/ruamlint.1.gz\" && \"$1\" manual --completion > \"$2/ruamlint.bash\""
    make-manual $<TARGET_FILE:ruamlint> ${manual}
  DEPENDS ruamlint VERBATIM)
add_custom_target(manual ALL DEPENDS ${manual}/ruamlint.1.gz)
install(FILES ${manual}/ruamlint.1.gz DESTINATION ${CMAKE_INSTALL_MANDIR}/man1)
install(FILES ${manual}/th/ruamlint.1.gz DESTINATION ${CMAKE_INSTALL_MANDIR}/th/man1)
install(FILES ${manual}/ruamlint.bash DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions RENAME ruamlint)

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME ruamlint)
set(CPACK_PACKAGE_CONTACT "ruamlint project <ruamlint@example.org>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "checks application forms for Thailand's participatory-governance award")
set(CPACK_PACKAGE_DESCRIPTION
"Reads application forms (PDF, Word, scans; Thai and English) before a person
has to, and tells what is missing, what does not add up and what only a
person can decide, each with the words that it rests on.
.
Comes with a folder to drop forms into, an icon to drop them on, and an
audit of whole folders.")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION text)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_DEPENDS "tesseract-ocr-tha, tesseract-ocr-eng, poppler-data")
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS "libnotify-bin, xdg-utils, fonts-tlwg-laksaman-ttf | fonts-thai-tlwg-ttf")
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS
  OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)

# What Debian wants of every package (its policy, 12.5 and 12.7). One release, one entry: history is git's.
string(TIMESTAMP now "%a, %d %b %Y %H:%M:%S +0000" UTC)
configure_file(cmake/package/changelog.in ${CMAKE_BINARY_DIR}/packaging/changelog @ONLY)
find_program(GZIP gzip REQUIRED)
execute_process(COMMAND ${GZIP} -9nf ${CMAKE_BINARY_DIR}/packaging/changelog COMMAND_ERROR_IS_FATAL ANY)
install(FILES ${CMAKE_BINARY_DIR}/packaging/changelog.gz cmake/package/copyright DESTINATION ${CMAKE_INSTALL_DOCDIR})

include(CPack)
