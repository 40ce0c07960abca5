# SPDX-License-Identifier: MIT
# Turns sql/q/*.sql into an enum of statement names and a table of their texts and signatures.
#
# A statement is headed by   -- name (param:type …) -> (column:type …) [hot]
# and is the text up to the next head. Types: i integer, s text, b bytes, t instant (DATETIME(6) UTC); any may
# be NULL. "-> ()" or nothing is a statement without rows; [hot] marks
# statements that check-sql EXPLAINs. Parameters stand as :name and are bound in the order of use; each use
# takes the type that the head declares, so a name may be used more than once.

function die(why) { printf "%s:%d: %s\n", FILENAME, FNR, why > "/dev/stderr"; bad = 1; exit 1 }

function signature(list, types, names,    n, i, part, s) {
    s = ""; gsub(/^[ \t]+|[ \t]+$/, "", list)
    n = split(list, part, /[ \t]+/)
    for (i = 1; i <= n; i++) {
        if (part[i] !~ /^[a-z_0-9]+:[isbt]$/) die("bad column or parameter: " part[i])
        s = s substr(part[i], length(part[i]))
        names[i] = substr(part[i], 1, length(part[i]) - 2)
        types[names[i]] = substr(part[i], length(part[i]))
    }
    return s
}

# Replaces :name by ? outside quotes and collects the uses in order.
function bind(text,    out, c, i, n, q, name) {
    out = ""; n = length(text); q = ""; binds = 0; given = ""
    for (i = 1; i <= n; i++) {
        c = substr(text, i, 1)
        if (q != "") { if (c == q) q = ""; out = out c; continue }
        if (c == "'" || c == "`") { q = c; out = out c; continue }
        if (c == ":" && substr(text, i + 1, 1) ~ /[a-z]/) {
            name = substr(text, i + 1); sub(/[^a-z_0-9].*/, "", name)
            if (!(name in ptype)) die("statement " cur " uses :" name " which its head does not declare")
            used[name] = 1
            binds++; given = given sprintf("%d,", pindex[name])
            i += length(name); out = out "?"; continue
        }
        out = out c
    }
    return out
}

function flush_statement(    text, i) {
    if (cur == "") return
    text = body
    gsub(/[ \t]+/, " ", text); gsub(/^[ \n]+|[ \n;]+$/, "", text); gsub(/ ?\n ?/, "\\n", text)
    if (text == "") die("statement " cur " is empty")
    text = bind(text)
    for (i in ptype) if (!(i in used)) die("statement " cur " does not use :" i)
    gsub(/"/, "\\\"", text)
    names[++count] = cur
    rows[count] = sprintf("    [STMT_%s] = {.name = \"%s\", .in = \"%s\", .out = \"%s\", .binds = %d,\n        .arg = (const unsigned char[]){%s0}, .hot = %d,\n        .text = \"%s\"},",
                          toupper(cur), cur, insig, outsig, binds, given, hot, text)
    cur = ""
}

/^-- [a-z_0-9]+ \(/ {
    flush_statement()
    split("", ptype); split("", pindex); split("", pnames); split("", used); split("", ctype); split("", cnames)
    head = $0; hot = head ~ /\[hot\]/
    cur = head; sub(/^-- /, "", cur); sub(/ .*/, "", cur)
    if (cur in seen) die("statement " cur " stands twice"); seen[cur] = 1
    params = head; sub(/^[^(]*\(/, "", params); sub(/\).*/, "", params)
    insig = signature(params, ptype, pnames)
    for (i = 1; i in pnames; i++) pindex[pnames[i]] = i - 1
    outsig = ""
    if (head ~ /-> \(/) { cols = head; sub(/.*-> \(/, "", cols); sub(/\).*/, "", cols); outsig = signature(cols, ctype, cnames) }
    body = ""; next
}
/^[ \t]*--/ { next }
{ if (cur != "") body = body $0 "\n"; else if ($0 !~ /^[ \t]*$/) die("text outside of a statement") }
END {
    if (bad) exit 1
    flush_statement()
    h = out ".h"; c = out ".c"
    print "/* Made by sql/stmts.awk from sql/q/. */\n#ifndef GEN_STMTS_H\n#define GEN_STMTS_H\n\nenum stmt {" > h
    for (i = 1; i <= count; i++) printf "    STMT_%s,\n", toupper(names[i]) > h
    print "    STMT_COUNT\n};\n\n#endif" > h
    print "/* Made by sql/stmts.awk from sql/q/. */\n#include \"server/store/db/stmt.h\"\n\nconst struct stmt_row stmt_table[STMT_COUNT] = {" > c
    for (i = 1; i <= count; i++) print rows[i] > c
    print "};" > c
}
