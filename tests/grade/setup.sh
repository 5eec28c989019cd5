#!/bin/sh
# Set-up: what is missing for a purpose, named, explained and, where that is
# possible, installed.
#
#   sh tests/grade/setup.sh grade|book|test
#
# Ends 0 when all is there, 2 when a reader must install something first.
set -u
purpose=$1

# kind  thing              Debian/Ubuntu     Fedora              Arch        what for
needs() {
    case $1 in
    grade) cat <<'END'
tool    gcc                gcc               gcc                 gcc         builds the grader and what you write
header  stdlib.h           libc6-dev         glibc-devel         glibc       the C library's headers
header  cmocka.h           libcmocka-dev     libcmocka-devel     cmocka      runs the checks
header  elfutils/libdw.h   libdw-dev         elfutils-devel      libelf      finds your lines and variables
header  libelf.h           libelf-dev        elfutils-libelf-devel libelf    reads what the compiler wrote
header  jansson.h          libjansson-dev    jansson-devel       jansson     JSON results
header  libxml/xmlwriter.h libxml2-dev       libxml2-devel       libxml2     JUnit results
header  seccomp.h          libseccomp-dev    libseccomp-devel    libseccomp  keeps submissions in their sandbox
END
        ;;
    book) cat <<'END'
tool    pandoc             pandoc            pandoc              pandoc-cli  turns the chapters into pages
font    CharisSIL          fonts-sil-charis  sil-charis-fonts    ttf-charis  (wanted) the text of the pages
font    OpenSans           fonts-open-sans   open-sans-fonts     ttf-opensans (wanted) their headings
font    JetBrainsMono      fonts-jetbrains-mono jetbrains-mono-fonts ttf-jetbrains-mono (wanted) their programs
END
        ;;
    test) needs grade; needs book; cat <<'END'
tool    clang-format       clang-format      clang-tools-extra   clang       checks the layout of our sources
tool    clang-tidy         clang-tidy        clang-tools-extra   clang       looks for mistakes in them
tool    cppcheck           cppcheck          cppcheck            cppcheck    looks for others
tool    shellcheck         shellcheck        ShellCheck          shellcheck  does so for the shell scripts
tool    xmllint            libxml2-utils     libxml2             libxml2     validates the JUnit results
tool    jq                 jq                jq                  jq          validates the JSON results
tool    gdb                gdb               gdb                 gdb         replays a schedule in the debugger
tool    chromium           chromium          chromium            chromium    opens the book as a reader does
END
        ;;
    *) echo "setup: no such purpose: $1 (grade, book, test)" >&2; exit 70 ;;
    esac
}

is_there() {
    case $1 in
    tool) command -v "$2" >/dev/null 2>&1 ||
        { [ "$2" = chromium ] && command -v chromium-browser >/dev/null 2>&1; } ;;
    font) find /usr/share/fonts /usr/local/share/fonts -name "$2*" 2>/dev/null | grep -q . ;;
    header) printf '#include <%s>\n' "$2" | gcc -E -I/usr/include/libxml2 -x c - >/dev/null 2>&1 ;;
    esac
}

missing() {
    needs "$purpose" | while read -r kind thing debian fedora arch why; do
        is_there "$kind" "$thing" || echo "$debian $fedora $arch $why"
    done
}

# Column $1 of the missing, each package once, on one line.
packages() {
    echo "$lacking" | cut -d' ' -f"$1" | sort -u | tr '\n' ' ' | sed 's/ $//'
}

explain() {
    echo "$lacking" | while read -r debian _ _ why; do
        printf '  %-18s %s\n' "$debian" "$why"
    done
}

by_hand() {
    needed || exit 0
    cat >&2 <<END
To go on, install these packages:

  Debian, Ubuntu:  apt-get install $(packages 1)
  Fedora:          dnf install $(packages 2)
  Arch:            pacman -S $(packages 3)
END
    exit 2
}

# What is only wanted (fonts) is installed along, but nobody is stopped for it.
needed() {
    echo "$lacking" | grep -v '(wanted)' | grep -q .
}

lacking=$(missing)
[ -n "$lacking" ] || exit 0

case $purpose in
grade) echo "Grading needs some packages that are not here yet:" ;;
book) echo "The book needs packages that are not here yet:" ;;
test) echo "The tests need some packages that are not here yet:" ;;
esac
explain

if ! command -v apt-get >/dev/null 2>&1; then
    by_hand
elif [ "$(id -u)" -eq 0 ]; then
    as_root=
elif command -v sudo >/dev/null 2>&1 && { [ -t 0 ] || sudo -n true 2>/dev/null; }; then
    as_root=sudo
else
    by_hand
fi

mkdir -p build
log=build/setup.log
echo "Installing them with apt-get (its words go to $log) …"
# $as_root is empty or one word; packages are words.
# shellcheck disable=SC2046,SC2086
if ! { $as_root env DEBIAN_FRONTEND=noninteractive apt-get update &&
    $as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends \
        -o DPkg::Lock::Timeout=300 $(packages 1); } >"$log" 2>&1; then
    echo "apt-get could not install them. Its last words:" >&2
    tail -n 5 "$log" >&2
    by_hand
fi

lacking=$(missing)
if needed; then
    echo "Installed, and still missing:" >&2
    explain >&2
    by_hand
fi
