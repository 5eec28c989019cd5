#!/bin/sh
# make new EX=35-slug: an exercise's folders, with a skeleton that compiles,
# starts INCOMPLETE and is solved by its solution.
set -eu
name=${1:-}
cd "$(dirname "$0")/../.."

case $name in
[0-9][0-9]-[a-z]*) ;;
*) echo "make new EX=NN-slug: two digits (the first is the chapter), then words with dashes: EX=35-count-schedules" >&2
    exit 2 ;;
esac
slug=${name#??-}
case $slug in
*[!a-z0-9-]*) echo "$slug: a slug has small letters, digits and dashes only" >&2; exit 2 ;;
esac
for taken in exercises/"${name%%-*}"-*/ solutions/"$name" tests/exercises/"$name"; do
    if [ -e "$taken" ]; then
        echo "$taken is there already" >&2
        exit 2
    fi
done

c=$(echo "$slug" | tr - _)
guard=$(echo "$c" | tr '[:lower:]' '[:upper:]')_H
title=$(echo "$slug" | tr - ' ')
mkdir -p "exercises/$name" "solutions/$name" "tests/exercises/$name/wrong" "tests/exercises/$name/right"

cat >"exercises/$name/README.md" <<END
# $title

Let every thread of a team count itself, so that \`$c(counter)\`
adds the size of the team to \`*counter\`.

With a team of four and a counter that held 0:

\`\`\`text
counter: 4
\`\`\`

## What is graded

- The counter is right with teams of 1, 2 and 4 threads.
- It is right in every schedule, and no two threads race.

## Hint 1

Which line starts a team?

## Hint 2

Two threads that add at the same time lose an addition.

## Hint 3

\`#pragma omp atomic\` before the addition makes it one step.
END
cat >"exercises/$name/$c.h" <<END
/* $c.h - the contract.
 *
 * $c() adds 1 to *counter for each thread of a team of the
 * default size. It is called by one thread; counter is not NULL.
 */
#ifndef $guard
#define $guard

void $c(int *counter);

#endif
END
cat >"exercises/$name/$c.c" <<END
#include "$c.h"

void $c(int *counter)
{
    // TODO: let every thread of a team do this.
    *counter += 1;
}
END

answer() { # FILE FIRST-LINE PRAGMA
    { [ -z "$2" ] || echo "$2"; cat <<END; } >"$1"
#include "$c.h"

void $c(int *counter)
{
    #pragma omp parallel
    {
$3
        *counter += 1;
    }
}
END
}
answer "solutions/$name/$c.c" '' '        #pragma omp atomic'
answer "tests/exercises/$name/right/critical.c" '' '        #pragma omp critical'
answer "tests/exercises/$name/right/captured.c" '' '        #pragma omp atomic update'
answer "tests/exercises/$name/wrong/unprotected.c" '// expect: RACE — an addition is one step' ''
cat >"tests/exercises/$name/check.c" <<END
#include "check.h"
#include "$c.h"

static void count(const void *input)
{
    (void)input;
    int *counter = scratch(sizeof *counter);
    watch("counter", *counter);
    $c(counter);
    observe("counter", *counter);
}

static void everybody_counted(const void *input, struct seen *seen)
{
    (void)input;
    want(seen, "counter", seen_team(seen), "the counter is %lld with a team of %d",
         seen_value(seen, "counter"), seen_team(seen));
}

const struct exercise exercise = {
    .stars = 1,
    .rows = {
        {ONE_SCHEDULE, "teams of 1, 2 and 4", .points = 4, TEAMS(1, 2, 4),
         .body = count, .judge = everybody_counted},
        {EVERY_SCHEDULE, "two threads, every schedule", .points = 6, TEAMS(2),
         .body = count, .judge = everybody_counted},
    },
};
END
echo "Made exercises/$name, solutions/$name and tests/exercises/$name."
echo "A chapter must present it by a line {{exercise ${name%%-*}}}; then: make && build/grade lint ${name%%-*}"
