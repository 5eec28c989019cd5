#!/bin/sh
# The chapters' own programs: each compiles without a warning, runs on
# interleave, and stands in a chapter.
cd "$(dirname "$0")/../.." || exit 1
. tests/book/tap.sh

compiles() {
    gcc -std=c17 -O1 -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Werror -fopenmp -c -o "$scratch/program.o" "$1"
}

runs() { # any finding is an answer: many of these programs are wrong on purpose
    build/interleave race --max-schedules 3 "$1"
    case $? in 0 | 1 | 3) ;; *) false ;; esac
}

stands_in_a_chapter() {
    grep -lE "$1(\.c)?([^a-z_]|\$)" chapters/*.md
}

for program in chapters/programs/*.c; do
    ok "$program compiles" compiles "$program"
    ok "$program runs on interleave" runs "$program"
    ok "$program stands in a chapter" stands_in_a_chapter "${program%.c}"
done
done_testing
