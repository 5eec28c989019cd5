#!/bin/sh
# Black-box tests of interleave: transcripts of sessions with it, compared whole;
# and whether help, manual and completions name the same options.
#
#   sh tests/grade/interleave.sh [NAME...]      UPDATE=1 writes them anew
#
# In interleave/NAME.txt a line "$ command" is run by sh in a fresh copy of
# interleave/fixture/; what follows is all that it printed, then "[N]" when it
# ended with status N.
set -u
root=$(cd "$(dirname "$0")/../.." && pwd)
here=$root/tests/grade/interleave
work=$root/build/test/interleave
passed=0
failed=0

verdict() { # ok NAME | not-ok NAME
    if [ "$1" = ok ]; then passed=$((passed + 1)); else failed=$((failed + 1)); fi
    echo "$1 - $2" | sed 's/^not-ok/not ok/'
}

play() {
    rm -rf "${work:?}/$1"
    mkdir -p "$work/$1/bin"
    cp -R "$here/fixture" "$work/$1/home"
    ln -s "$root/build/interleave" "$work/$1/bin/interleave"
    cd "$work/$1/home" || exit 70
    grep '^\$ ' "$here/$1.txt" | while IFS= read -r line; do
        printf '%s\n' "$line"
        env -i PATH="$work/$1/bin:$PATH" HOME="$work/$1" LC_ALL=C.UTF-8 TERM=dumb \
            sh -c "${line#\$ }" 2>&1 </dev/null
        status=$?
        [ $status -eq 0 ] || echo "[$status]"
    done | sed "s|$work/$1/home|HOME|g; s|$root|ROOT|g"
    cd "$root" || exit 70
}

agree() {
    interleave=$root/build/interleave source=$root/tests/interleave
    "$interleave" --help | grep -oE -- '--[a-z][a-z-]+' | sed 's/^--//' | sort -u >"$work/options.help"
    grep -oE 'Fl Fl [a-z][a-z-]+' "$source/interleave.1" | sed 's/Fl Fl //' | sort -u >"$work/options.man"
    for shell in bash zsh; do
        grep -oE -- '--[a-z][a-z-]+' "$source/completion.$shell" | sed 's/^--//' | sort -u >"$work/options.$shell"
    done
    for text in man bash zsh; do
        if diff -u "$work/options.help" "$work/options.$text"; then
            verdict ok "options in --help and $text"
        else
            verdict not-ok "options in --help and $text"
        fi
    done
    # The options of each command, as bash offers them.
    for command in race explore cores replay step; do
        "$interleave" "$command" --help | grep -oE -- '--[a-z][a-z-]+' | grep -v -- --version | sort -u >"$work/options.help"
        bash -c '. "$1"; COMP_WORDS=(interleave "$2" --); COMP_CWORD=2; _interleave
            printf "%s\n" "${COMPREPLY[@]}"' - "$source/completion.bash" "$command" | sort -u >"$work/options.bash"
        if diff -u "$work/options.help" "$work/options.bash"; then
            verdict ok "options of $command in bash"
        else
            verdict not-ok "options of $command in bash"
        fi
    done
}

mkdir -p "$work"
[ $# -gt 0 ] || agree
[ $# -gt 0 ] || set -- "$here"/*.txt
for file; do
    name=$(basename "$file" .txt)
    play "$name" >"$work/$name.out" 2>&1 || true
    if [ -n "${UPDATE:-}" ]; then
        cp "$work/$name.out" "$here/$name.txt"
    fi
    if diff -u "$here/$name.txt" "$work/$name.out"; then
        verdict ok "transcript $name"
    else
        verdict not-ok "transcript $name"
    fi
done
[ "$failed" -eq 0 ]
