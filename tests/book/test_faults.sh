#!/bin/sh
# What stops the build of the book: each fault is named with its file and line,
# and the pages of the last good build stay.
cd "$(dirname "$0")/../.." || exit 1
. tests/book/tap.sh

root=$scratch/root
build=$PWD/book/theme/build

# A small book without a fault.
fresh() {
    rm -rf "$root"
    mkdir -p "$root/chapters/programs" "$root/exercises/11-first" \
        "$root/tests/exercises/11-first" "$root/build/book"
    [ ! -d build/book/fonts ] || cp -r build/book/fonts "$root/build/book/"
    cat >"$root/chapters/1-one.md" <<'EOF'
# One

See @lst:hello and @ex:11 and @sec:a-section.

## A section

{{listing chapters/programs/hello.c hello "A greeting"}}

{{exercise 11}}

{{output run chapters/programs/hello.c}}
EOF
    cat >"$root/chapters/programs/hello.c" <<'EOF'
#include <stdio.h>

//> hello
int main(void)
{
    puts("six times seven");
}
//< hello
EOF
    printf '# First\n\nThe task.\n\n## What is graded\n\n- All.\n\n## Hint 1\n\nLook.\n' >"$root/exercises/11-first/README.md"
    printf 'const struct exercise exercise = {\n    .stars = 2,\n};\n' >"$root/tests/exercises/11-first/check.c"
    printf '// TODO\n' >"$root/exercises/11-first/first.c"
}

run_build() {
    sh "$build" --root "$root" --out "$root/html" >"$scratch/out" 2>&1
}

builds() {
    if run_build && [ -s "$root/html/1-one.html" ]; then return 0; fi
    cat "$scratch/out"
    return 1
}

shows() { # shows TEXT…: the chapter's page holds each
    builds || return 1
    for text in "$@"; do
        grep -qF -- "$text" "$root/html/1-one.html" || { echo "not on the page: $text"; return 1; }
    done
}

# stops LINE: the build ends with 1, says exactly this line, and leaves the pages.
stops() {
    mkdir -p "$root/html"
    echo old >"$root/html/index.html"
    run_build
    status=$?
    [ $status = 1 ] || { echo "exit status $status"; cat "$scratch/out"; return 1; }
    grep -qxF -- "$1" "$scratch/out" || { echo "wanted: $1"; echo "said:"; cat "$scratch/out"; return 1; }
    [ "$(cat "$root/html/index.html")" = old ] || { echo "the old pages are gone"; return 1; }
}

append() { # append LINE: after a blank line, at the end of the chapter (line 13)
    fresh
    printf '\n%s\n' "$1" >>"$root/chapters/1-one.md"
}

fault() { # fault NAME LINE MESSAGE
    append "$2"
    ok "$1" stops "chapters/1-one.md:13: $3"
}

fresh
ok "a book without a fault builds" builds
ok "listing, output and exercise are on the page" shows 'Listing 1.1' 'data-line="4"' 'Exercise 11' \
    'aria-label="2 stars of 4"' 'six times seven' '<summary>Hint 1</summary>' 'href="#lst-hello-hello"'

append '{{listing chapters/programs/hello.c hello
"Over two lines"}}

See @fig:none.'
ok "a directive over two lines leaves the line numbers right" stops "chapters/1-one.md:16: @fig:none refers to nothing"

fault "a missing file" '{{listing chapters/programs/no.c hello "X"}}' "there is no file chapters/programs/no.c"
fault "a missing region" '{{listing chapters/programs/hello.c no "X"}}' "chapters/programs/hello.c has no region //> no"
fault "a dead reference" 'See @fig:none.' "@fig:none refers to nothing"
fault "a dead link between chapters" 'See @ch:7.' "@ch:7 refers to nothing"
fault "an unknown kind of reference" 'See @foo:bar.' \
    "@foo:bar is no reference (fig, lst, ex, sec, ch, tbl); write \\@ for the sign itself"
fault "an exercise that is not there" '{{exercise 12}}' "there is no exercise 12 in exercises/"
fault "an exercise that stands twice" '{{exercise 11}}' "exercise 11 stands already at chapters/1-one.md:9"
fault "an unknown directive" '{{picture x}}' "{{picture}} is not one of listing, output, figure, exercise"
fault "a directive without its end" '{{exercise 11' "{{ is not closed by }}"
fault "an open quote" '{{listing a b "c}}' "this directive has an open quote or is empty"
fault "an unknown tool" '{{output cat /etc/passwd}}' 'output knows interleave, grade, run and session, not "cat"'
fault "a program that is not there" '{{output run chapters/programs/no.c}}' "there is no file chapters/programs/no.c"
fault "an unknown figure" '{{figure pie x "X" chapters/programs/hello.c}}' "a figure is lanes, gantt or timeline, not pie"
fault "a box that stays open" '::: go' "this ::: box is not closed"
fault "a box that was never open" ':::' "::: closes nothing"
fault "a code block that stays open" '```c' "this code block is not closed"

append '{{output interleave race chapters/programs/hello.c}}'
ok "a tool that is not built" stops "build/interleave: build/interleave is not built: \`make\` builds it"

fresh
printf 'text\n{{exercise 11}}\n' >"$root/chapters/1-one.md"
ok "a chapter without its title" stops "chapters/1-one.md:1: a chapter starts with \`# Title\`"
ok "a directive inside a paragraph" stops "chapters/1-one.md:2: {{exercise}} must stand alone between blank lines"

fresh
sed -i 's/^{{exercise.*//; s/ and @ex:11//' "$root/chapters/1-one.md"
ok "an exercise that no chapter presents" stops \
    "exercises/11-first/README.md:1: no chapter presents this exercise: write {{exercise 11}}"

fresh
sed -i '$d' "$root/chapters/programs/hello.c"
ok "a region that stays open" stops \
    "chapters/1-one.md:7: chapters/programs/hello.c: the region hello is not closed by //< hello"

append '[twice]: a
[twice]: b'
ok "a warning of pandoc" stops \
    "chapters/1-one.md: pandoc warns about this file; its words, with the line, stand below"

fresh
sed -i 's/puts/return 7; puts/' "$root/chapters/programs/hello.c"
ok "a program that fails" \
    stops "chapters/1-one.md:11: \`run chapters/programs/hello.c\` ended with 7:"
sed -i 's/return 7/retorn 7/' "$root/chapters/programs/hello.c"
ok "a program that does not compile" \
    stops "chapters/1-one.md:11: \`run chapters/programs/hello.c\` ended with 1:"

fresh
run_build
sed -i 's/six times seven/forty-two/' "$root/chapters/programs/hello.c"
ok "a changed program is run again" shows 'forty-two'

done_testing
