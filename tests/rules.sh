#!/bin/bash
# SPDX-License-Identifier: MIT
# The rules of the house that the compiler can't see. Speaks TAP: one line a rule.
set -u
cd "$(dirname "$0")/.." || exit 1

rules=0 broken=0
# rule NAME OFFENDERS: kept where nothing offends.
rule() {
    rules=$((rules + 1))
    if [ -z "$2" ]; then
        echo "ok $rules - $1"
    else
        broken=$((broken + 1))
        echo "not ok $rules - $1"
        printf '#   %s\n' "${2//$'\n'/$'\n#   '}"
    fi
}

while read -r script; do
    rule "$script parses" "$(bash -n "$script" 2>&1)"
done < <(grep -rlE '^#!/bin/(ba)?sh' .ci deploy tests | sort)

echo "1..$rules"
[ "$broken" = 0 ]
