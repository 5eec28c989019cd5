#!/bin/sh
# What a learner reads, whole, for one wrong answer of each verdict: by the real
# checker, compared with tests/grade/failures/VERDICT.txt. UPDATE=1 rewrites them.
set -u
cd "$(dirname "$0")/../.." || exit 70
golden=tests/grade/failures
work=build/test/failures
rm -rf "$work"
mkdir -p "$work"
number=0
status=0

# show VERDICT EXERCISE FILE: FILE is a wrong answer of the exercise, or a path.
show() {
    number=$((number + 1))
    folder=$work/$1/$2
    slug=$(echo "${2#*-}" | tr - _)
    mkdir -p "$folder"
    case $3 in
    */*) cp "$3" "$folder/$slug.c" ;;
    *) cp "tests/exercises/$2/wrong/$3.c" "$folder/$slug.c" ;;
    esac
    LC_ALL=C.UTF-8 build/grade --plain --from "$work/$1" "${2%%-*}" >"$work/$1.out" 2>&1
    [ -z "${UPDATE:-}" ] || cp "$work/$1.out" "$golden/$1.txt"
    if grep -q " $1" "$work/$1.out" && diff -u "$golden/$1.txt" "$work/$1.out"; then
        echo "ok $number - $1: $2 $3"
    else
        echo "not ok $number - $1: $2 $3"
        status=1
    fi
}

show BUILD 01-last-seat renamed
show FORBIDDEN 42-atomic-capture tests/grade/hostile/writes_files.c
show RACE 41-one-at-a-time two_names
show CRASH 44-lock-per-show not_initialised
show DEADLOCK 45-swap-tickets argument_order
show ENDLESS 45-swap-tickets holds_and_retries
show LEAK 45-swap-tickets keeps_locks
show WRONG 32-lost-update unknown_thread
show ATOMICITY 42-atomic-capture separate_read
show SERIAL 13-coffee-two-machines no_team
show FALSE_SHARING 24-sum neighbouring_partials
show SLOW 44-lock-per-show locks_everything
show INCOMPLETE 42-atomic-capture exercises/42-atomic-capture/atomic_capture.c
show PASS 42-atomic-capture solutions/42-atomic-capture/atomic_capture.c
echo "1..$number"
exit "$status"
