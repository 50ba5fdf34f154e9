#!/bin/sh
# The file manager's menu "Scripts": checks the chosen forms.
exec "@PROGRAM@" drop --open -- "$@"
