#!/bin/bash
# SPDX-License-Identifier: MIT
# The rules of the house that the compiler can't see. Speaks TAP: a line a rule, the offenders below it.
set -u
unset MAKEFLAGS MFLAGS MAKELEVEL # a make that called this
cd "$(dirname "$0")/.." || exit 1

# A library's header and the only files that may include it (regular expressions).
libraries='
microhttpd.h        ^(server/http/mhd\.c|tests/sim/)
mysql.h             ^server/store/db/
mysqld_error.h      ^server/store/
hiredis/.*          ^server/store/kv
curl/.*             ^(common/net/|tests/sim/)
jansson.h           ^((common|server)/.*\.h$|tests/sim/)
utf8proc.h          ^common/text\.c
ini.h               ^server/config\.c
sodium.h            ^(server|tests/unit)/
openssl/.*          ^(server/payments/|tests/)
cmark.h             ^server/goods/
qrencode.h          ^(server|cli)/qr\.c
readline/.*         ^cli/shell
'
# Domains from low to high: one sees those of lower levels, never its equals.
levels='users=1 media=1 goods=1 cart=2 search=2 orders=3 payments=4 pages=5 staff=5'
# Where amounts pass: integers only.
money='common/money.* server/goods server/cart server/orders server/payments cli/print*'
longest_function=60 # lines, unless its comment says "long: table"
longest_file=600
shown=20 # offenders of a rule

rules=0 broken=0
# rule NAME OFFENDERS: kept where nothing offends.
rule() {
    rules=$((rules + 1))
    if [ -z "$2" ]; then
        echo "ok $rules - $1"
    else
        broken=$((broken + 1))
        echo "not ok $rules - $1"
        head -n $shown <<<"$2" | sed 's/^/#   /'
        awk -v shown=$shown 'END { if (NR > shown) print "#   and " NR - shown " more" }' <<<"$2"
    fi
}

folders=()
for folder in common server cli tui; do
    [ -d $folder ] && folders+=("$folder")
done
mapfile -t sources < <(find "${folders[@]}" tests -name '*.[ch]' | sort)
mapfile -t ours < <(find "${folders[@]}" -name '*.[ch]' | sort)
mapfile -t texts < <(find "${folders[@]}" sql deploy tests man .ci Makefile README.md -type f \
    ! -path 'tests/data/*' ! -name '*.pyc' 2>/dev/null | sort)

# "file header" for every #include of that form, < or ".
includes() {
    grep -HoE "^#include $1[^>\"]+" "${sources[@]}" | sed "s/:#include $1/ /"
}

# The C source with comments and string literals blanked, each line after "file:line: ".
bare_code() {
    awk '
        FNR == 1 { comment = 0 }
        {
            line = $0; out = ""
            gsub(/\\./, "", line); gsub(/"[^"]*"/, "\"\"", line)
            while (line != "") {
                if (comment) {
                    at = index(line, "*/"); if (!at) break
                    line = substr(line, at + 2); comment = 0
                } else {
                    at = index(line, "/*"); if (!at) { out = out line; break }
                    out = out substr(line, 1, at - 1); line = substr(line, at + 2); comment = 1
                }
            }
            sub(/\/\/.*/, "", out)
            print FILENAME ":" FNR ": " out
        }' "$@"
}

# ---- who may include whom

library_owners() {
    includes '<' | awk -v table="$libraries" '
        BEGIN { n = split(table, row, "\n")
                for (i = 1; i <= n; i++) if (split(row[i], part, " ") == 2) owner["^" part[1] "$"] = part[2] }
        { for (header in owner) if ($2 ~ header && $1 !~ owner[header]) print $1 " includes <" $2 ">" }'
}

# The server's rooms: its own root files see all; store/ sees no domain; http/ only through routes.c.
room_edges() {
    includes '"' | awk -v list="$levels" '
        function room(path, part) { split(path, part, "/"); return path ~ /^server\/.*\// ? part[2] : "" }
        function allowed(from, to) {
            if (to ~ /^common\// || to !~ /\//) return 1                         # to !~ "/": generated
            if (from ~ /^common\//) return 0
            if (from ~ /^(cli|tui)\//) return substr(from, 1, 4) == substr(to, 1, 4)
            if (from !~ /^server\//) return 1                                    # tests
            if (to !~ /^server\//) return 0
            mine = room(from); its = room(to)
            if (its == "" || mine == "" || mine == its) return 1
            if (mine == "store") return 0
            if (mine == "http") return its == "store" || (from ~ /\/routes\.[ch]$/ && to ~ /_http\.h$/)
            if (its == "store") return from !~ /_http\.[ch]$/
            if (its == "http") return from ~ /_http\.[ch]$/ || to ~ /\/(doc|paging|field)\.h$/
            if (its == "jobs") return to ~ /\/(jobs|tasks)\.h$/
            if (mine == "jobs") return from ~ /\/tasks\.c$/ && (its in level)    # the list of the job tables
            return level[its] < level[mine]
        }
        BEGIN { n = split(list, row, " "); for (i = 1; i <= n; i++) { split(row[i], part, "="); level[part[1]] = part[2] } }
        !allowed($1, $2) { print $1 " includes \"" $2 "\"" }'
}

rule "each library is included by its own file or folder alone" "$(library_owners)"
rule "rooms include only what they may know" "$(room_edges)"

# ---- what the source may hold

# shellcheck disable=SC2086 # money holds patterns
rule "no floating point where amounts pass" "$(find $money -name '*.[ch]' 2>/dev/null | sort |
    while read -r f; do bare_code "$f"; done | grep -E ': .*\b(float|double|strtod|strtof|lround|floor|ceil|pow)\b')"
rule "SQL stands in sql/, not in C (but the migrations' own table)" "$(
    grep -nE '"[^"]*(\b(SELECT|INSERT|REPLACE) |UPDATE [a-z]|DELETE FROM )' "${ours[@]}" | grep -v '^server/store/db/migrate\.c:')"
rule "no shell out of the programs" "$(bare_code "${ours[@]}" | grep -v '^common/banned\.h:' |
    grep -E ': .*\b(system|popen|wordexp|execl[pe]?) *\(')"
rule "no loose ends" "$(grep -nE '\b(TO''DO|FIX''ME|XX''X)\b' "${texts[@]}")"
rule "every file begins with its licence" "$(
    for f in "${sources[@]}"; do head -n 1 "$f" | grep -q 'SPDX-License-Identifier: MIT' || echo "$f"; done)"
rule "no tabs and no trailing blanks in C" "$(grep -nE $'\t| $' "${sources[@]}")"

# ---- lengths

rule "no file longer than $longest_file lines" "$(
    wc -l "${sources[@]}" | awk -v most=$longest_file '$2 != "total" && $1 > most { print $2 ": " $1 " lines" }')"
rule "no function longer than $longest_function lines" "$(
    ctags --languages=C --langmap=C:.c --kinds-C=f --fields=+ne --excmd=number -f - "${ours[@]}" |
        awk -F'\t' -v most=$longest_function '
            { for (i = 4; i <= NF; i++) { split($i, v, ":"); if (v[1] == "line") first = v[2]; if (v[1] == "end") last = v[2] } }
            last - first >= most { print $2, first, last, $1 }' |
        while read -r f first last name; do
            sed -n "$((first - 6)),$((first + 1))p" "$f" | grep -q 'long: table' || echo "$f: $name: $((last - first + 1)) lines"
        done)"

# ---- texts, man pages, scripts, headers

# Every text that a person may read, as xgettext finds it, in each catalogue.
untranslated() {
    local all
    all=$(mktemp)
    xgettext -o - --from-code=UTF-8 -kN_ -ktr:2 -kfail:3 -kfail_field:4 "${ours[@]}" | sed 's/=CHARSET/=UTF-8/' >"$all"
    [ -s "$all" ] || echo "xgettext failed"
    for po in common/po/*.po; do
        msgcmp --use-untranslated "$po" "$all" 2>&1 >/dev/null |
            awk -F: -v po="$po" 'NR == FNR { text[FNR] = $0; next }
                $1 != FILENAME && $2 + 0 { if ($0 ~ /not defined/) print po " lacks " text[$2 - 1] }' "$all" -
    done
    rm -f "$all"
}
rule "every text is in both languages" "$(untranslated)"

for page in man/*.[1-8] man/zh_CN/*.[1-8]; do
    [ -e "$page" ] && rule "$page is well-formed" "$(mandoc -Tlint -W warning "$page" 2>&1)"
done
while read -r script; do
    rule "$script parses" "$(bash -n "$script" 2>&1)"
done < <(grep -rlE '^#!/bin/(ba)?sh' .ci deploy tests | sort)
rule "each header compiles alone" "$(make -s V=1 check-headers 2>&1)"

echo "1..$rules"
[ "$broken" = 0 ]
