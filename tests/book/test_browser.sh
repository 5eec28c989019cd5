#!/bin/sh
# The built book in a browser, from file://, at the width of a phone and of a
# desk: nothing sticks out, search and contents and colours work.
cd "$(dirname "$0")/../.." || exit 1
. tests/book/tap.sh

browser=$(command -v chromium || command -v chromium-browser || command -v google-chrome) || browser=
if [ -z "$browser" ]; then
    skip "the book in a browser" "no chromium here"
    done_testing
    exit
fi
html=$PWD/build/book/browser
sh book/theme/build --out "$html" >"$scratch/build.out" 2>&1 || {
    ok "the book builds without a fault" sh -c "cat $scratch/build.out; false"
    done_testing
    exit
}

{
    echo '<!DOCTYPE html><meta charset="utf-8"><title>Tests</title><pre id="tap"></pre><script>'
    echo 'const pages = ['
    (cd "$html" && printf '"%s",\n' *.html)
    echo '];'
    echo "const base = 'file://$html/';"
    cat tests/book/browser.js
    echo '</script>'
} >"$scratch/tests.html"

timeout 120 "$browser" --headless --no-sandbox --disable-gpu --disable-background-networking \
    --allow-file-access-from-files --user-data-dir="$scratch/profile" --window-size=1600,1000 \
    --virtual-time-budget=60000 --dump-dom "file://$scratch/tests.html" 2>"$scratch/browser.err" |
    sed -n '/<pre id="tap">/,/<\/pre>/{s/.*<pre id="tap">//;s/<\/pre>.*//;s/&lt;/</g;s/&gt;/>/g;s/&amp;/\&/g;p;}' >"$scratch/tap"

# The last line that the browser writes is the plan.
if ! grep -q '^1\.\.' "$scratch/tap"; then
    echo "not ok 1 - the browser gives an answer"
    sed 's/^/  # /' "$scratch/browser.err"
    echo "1..1"
    exit 1
fi
grep '^ok \|^not ok \|^  # \|^1\.\.' "$scratch/tap"
! grep -q '^not ok' "$scratch/tap"
