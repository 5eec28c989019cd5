#!/bin/sh
# What happens around grade in a checkout: make new, a changed header, a reset,
# a failing make, install. In a small checkout of its own. TAP.
set -u
root=$(cd "$(dirname "$0")/../.." && pwd)
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
trap 'exit 1' INT TERM
number=0
failed=0

# ok NAME COMMAND…: the command ends 0; else its words are shown.
ok() {
    name=$1
    shift
    number=$((number + 1))
    if "$@" >"$scratch/words" 2>&1; then
        echo "ok $number - $name"
    else
        echo "not ok $number - $name"
        sed 's/^/  # /' "$scratch/words"
        failed=1
    fi
}

has() { # TEXT COMMAND…: the command prints the text, however it ends
    text=$1
    shift
    "$@" >"$scratch/said" 2>&1
    grep -F -- "$text" "$scratch/said" || { cat "$scratch/said"; return 1; }
}

# One exercise and everything that was built, with the times of the originals.
home=$scratch/checkout
mkdir -p "$home/exercises" "$home/solutions" "$home/tests/exercises" "$home/chapters" "$home/build"
cd "$root" || exit 70

# Top-level names are fixed; dot-files and LICENSE aside, nothing else is tracked.
only_fixed_names() {
    git ls-files >"$scratch/tracked" || return 1
    cut -d/ -f1 "$scratch/tracked" | sort -u |
        grep -vxE 'chapters|exercises|solutions|tests|book|Makefile|README\.md|LICENSE|\..*' >"$scratch/strays"
    cat "$scratch/strays"
    [ -s "$scratch/tracked" ] && [ ! -s "$scratch/strays" ]
}
ok "the top level holds what it should and nothing else" only_fixed_names

cp -a Makefile "$home/"
for part in check interleave grade unit; do cp -a "tests/$part" "$home/tests/"; done
for tree in exercises solutions tests/exercises; do cp -a "$tree/01-last-seat" "$home/$tree/"; done
for part in obj ready checker grade interleave; do cp -a "build/$part" "$home/build/"; done
cp -a build/lib*.a "$home/build/"
cp solutions/01-last-seat/last_seat.c "$scratch/solution.c"
rm -rf "$home/build/obj/unit"
printf '{{exercise 01}}\n' >"$home/chapters/0-preface.md"
cd "$home" || exit 70
make="make --no-print-directory"
unset MAKEFLAGS MFLAGS MAKELEVEL

ok "make says where to start" has "Start here: exercise 01" $make
ok "make ends 0 though nothing is solved" $make

ok "make new makes an exercise" $make new EX=98-try-me
ok "make new refuses a number that is taken" has "is there already" $make new EX=98-other
ok "make new says what a name is" has "EX=NN-slug" $make new EX=Try
echo '{{exercise 98}}' >>chapters/0-preface.md
ok "the skeleton is built" $make
ok "the skeleton passes its own lint" build/grade lint 98

ok "it is right on real threads too" has "right in all 50 runs" build/grade --from solutions run 98 -n 50

cp "$scratch/solution.c" exercises/01-last-seat/last_seat.c
ok "a solved exercise is seen" has "01 last-seat   PASS" $make grade EX=01
ok "the checker works where TMPDIR says" has "no folder can be made in $home/none: No such file" \
    env TMPDIR="$home/none" build/checker build/checks/01-last-seat.so exercises/01-last-seat/last_seat.c
echo 'int broken(' >>exercises/01-last-seat/last_seat.h
ok "a header that was changed is named" has "exercises/01-last-seat/last_seat.h was changed" $make
ok "and costs nothing" has "01 last-seat   PASS" build/grade 01
ok "make clean keeps the starters" sh -c "cp -a build ../built && $make clean && ls build/originals/01-last-seat"
rm -rf build && mv ../built build
ok "reset gives the starter back" sh -c "build/grade reset 01 && cmp exercises/01-last-seat/last_seat.c build/originals/01-last-seat/last_seat.c"
ok "and keeps what was there" cmp "$scratch/solution.c" exercises/01-last-seat/last_seat.c.1

ok "make install installs" $make install PREFIX="$scratch/prefix"
mkdir -p "$scratch/student/exercises/01-last-seat"
cp "$scratch/solution.c" "$scratch/student/exercises/01-last-seat/last_seat.c"
cd "$scratch/student" || exit 70
XDG_STATE_HOME=$scratch/state
export XDG_STATE_HOME
ok "the installed grade grades ./exercises" has "01 last-seat   PASS" "$scratch/prefix/bin/grade" 01
ok "the installed grade gives hints" has "hint 1 of" "$scratch/prefix/bin/grade" hint 01
ok "the man page is readable" man -l "$scratch/prefix/share/man/man1/grade.1"
ok "bash reads the completion" bash -n "$scratch/prefix/share/bash-completion/completions/grade"
echo "1..$number"
exit $failed
