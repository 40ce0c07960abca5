# SPDX-License-Identifier: MIT
# Turns sql/migrations/NNNN_what.sql into a table of steps. A step is one statement, ended by a semicolon at
# a line's end; it must be re-runnable (IF NOT EXISTS and the like), because MariaDB commits DDL by itself.
BEGIN { print "/* Made by sql/migrations.awk from sql/migrations/. */\n#include \"server/store/db/migrate.h\"\n\nconst struct migration_step migration_steps[] = {" }
FNR == 1 {
    file = FILENAME; sub(/.*\//, "", file)
    if (file !~ /^[0-9][0-9][0-9][0-9]_[a-z0-9_]+\.sql$/) { print "bad migration name: " file > "/dev/stderr"; exit 1 }
    version = substr(file, 1, 4) + 0; step = 0; text = ""
    if (version != last + 1) { print "migration numbers have a gap before " file > "/dev/stderr"; exit 1 }
    last = version
}
/^[ \t]*--/ || /^[ \t]*$/ { next }
{
    line = $0; gsub(/\\/, "\\\\", line); gsub(/"/, "\\\"", line)
    ended = sub(/;[ \t]*$/, "", line)
    text = text (text == "" ? "" : "\\n") line
    if (ended) { printf "    {%d, %d, \"%s\", \"%s\"},\n", version, ++step, file, text; text = "" }
}
END { print "};\n\nconst size_t migration_step_count = sizeof(migration_steps) / sizeof(migration_steps[0]);" }
