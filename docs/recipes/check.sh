#!/bin/sh
# Any CI, or a Git hook: the text for the log, JUnit and SARIF for whatever reads them. Exit code 0 all holds, 1 something does not,
# 2 the check could not be made.
set -u
claims="${1:-data/claims.yaml}"
out="${2:-.}"
code=0
crosscheck check "$claims" -o - -o "junit:$out/claims.xml" -o "sarif:$out/claims.sarif" || code=$?
if [ "$code" -eq 1 ]; then
  echo "read the differences above; 'crosscheck accept --interactive' takes them into $claims" >&2
fi
exit "$code"
