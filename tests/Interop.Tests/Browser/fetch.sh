#!/bin/bash
# Fetches Converse.js for ConverseTests from npm, into obj/ of the test project. Needs root when npm is missing.
tests=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
exec "$tests/fetch-npm.sh" converse.js 14.0.0 634f31fa0f7b0e47f1abc60d870ff6805c737577399920ebe92da4c7e5bcaff0 \
  "$tests/Interop.Tests/obj/converse"
