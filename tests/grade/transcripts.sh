#!/bin/sh
# Black-box tests of grade: transcripts of sessions with it, compared whole.
#
#   sh tests/grade/transcripts.sh [NAME...]      UPDATE=1 writes them anew
#
# In transcripts/NAME.txt a line "$ command" is run by sh in a fresh copy of
# fixture/; what follows is all that it printed, then "[N]" when it ended with
# status N. The checker is fixture/checker, which answers what it is told to:
# here grade is tested, not the checks.
set -u
root=$(cd "$(dirname "$0")/../.." && pwd)
here=$root/tests/grade
work=$root/build/test/transcripts
passed=0
failed=0

play() {
    rm -rf "${work:?}/$1"
    mkdir -p "$work/$1"
    cp -R "$here/fixture" "$work/$1/home"
    cd "$work/$1/home" || exit 70
    for folder in exercises/*/; do
        exercise=$(basename "$folder")
        mkdir -p build/checks build/originals
        : >"build/checks/$exercise.so"
        cp -R "$folder" "build/originals/$exercise"
    done
    mkdir "$work/$1/bin"
    ln -s "$root/build/grade" "$work/$1/bin/grade"
    grep '^\$ ' "$here/transcripts/$1.txt" | while IFS= read -r line; do
        printf '%s\n' "$line"
        env -i PATH="$work/$1/bin:$PATH" HOME="$work/$1" LC_ALL=C.UTF-8 GRADE_HOME=. \
            GRADE_CHECKER=./checker sh -c "${line#\$ }" 2>&1 </dev/null
        status=$?
        [ $status -eq 0 ] || echo "[$status]"
    done
    cd "$root" || exit 70
}

[ $# -gt 0 ] || set -- "$here"/transcripts/*.txt
mkdir -p "$work"
for file; do
    name=$(basename "$file" .txt)
    play "$name" >"$work/$name.out" 2>&1 || true
    if [ -n "${UPDATE:-}" ]; then
        cp "$work/$name.out" "$here/transcripts/$name.txt"
    fi
    if diff -u "$here/transcripts/$name.txt" "$work/$name.out"; then
        passed=$((passed + 1))
        echo "ok - transcript $name"
    else
        failed=$((failed + 1))
        echo "not ok - transcript $name"
    fi
done
[ "$failed" -eq 0 ]
