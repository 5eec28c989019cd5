#!/bin/sh
# Keeps each exercise as it was handed out in build/originals/: the starter that
# `grade reset` gives back and that tells "not started" from "tried", and the
# header that submissions are compiled with, whatever becomes of the learner's.
#
# A copy is made once, the starter from the last commit where there is one; and
# again when an author changes the check, an answer or the solution, or commits
# another header.
# `make clean` leaves the copies alone.
# -nt is in every sh that we meet.
# shellcheck disable=SC3013
set -eu

committed() { git show "HEAD:$1" 2>/dev/null; }
as_committed() { git diff --quiet HEAD -- "$1" 2>/dev/null; }

keep() {
    mkdir -p "$kept"
    for file in "$folder"README.md "$folder"*.h; do
        [ ! -e "$file" ] || cp "$file" "$kept/"
    done
    for file in "$folder"*.c; do
        committed "$file" >"$kept/new" || cp "$file" "$kept/new"
        mv "$kept/new" "$kept/$(basename "$file")"
    done
    touch "$kept/.made"
}

for folder in exercises/[0-9][0-9]-*/; do
    name=$(basename "$folder")
    kept=build/originals/$name
    if ! [ -e "$kept/.made" ] || [ -n "$(find "tests/exercises/$name" "solutions/$name" \
        -type f -newer "$kept/.made" -print -quit 2>/dev/null)" ]; then
        keep
    fi
    for header in "$folder"*.h; do
        if [ "$header" -nt "$kept/.made" ] && ! cmp -s "$header" "$kept/$(basename "$header")"; then
            if as_committed "$header"; then
                keep
            else
                echo "note: $header was changed. It is the contract: grading goes on with the original."
            fi
        fi
    done
done
