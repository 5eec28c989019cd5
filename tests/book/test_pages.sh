#!/bin/sh
# The built book: every page is well-formed, no id stands twice, every link
# leads somewhere, every section and exercise can be found by the search.
cd "$(dirname "$0")/../.." || exit 1
. tests/book/tap.sh

html=book/html

attributes() { # attributes NAME PAGE: the values, one a line
    xmllint --xpath "//@$1" "$2" 2>/dev/null | sed -n "s/^ *$1=\"\(.*\)\"\$/\1/p" | sed 's/&amp;/\&/g'
}

well_formed() {
    xmllint --noout "$1"
}

ids_once() {
    twice=$(attributes id "$1" | sort | uniq -d)
    [ -z "$twice" ] || { echo "more than once: $twice"; false; }
}

# Each link's file exists beside the page, and its #id in that file.
links_lead() {
    attributes href "$1" | sort -u >"$scratch/links"
    [ -s "$scratch/links" ] || { echo "no links at all"; return 1; }
    dead=0
    while read -r link; do
        case $link in http://* | https://* | mailto:*) continue ;; esac
        file=${link%%#*} id=
        case $link in *#*) id=${link#*#} ;; esac
        target=$html/$file
        [ -n "$file" ] || target=$1
        if [ ! -e "$target" ]; then
            echo "$link: no such file"; dead=1
        elif [ -n "$id" ] && ! grep -qxF -- "$id" "$scratch/ids.$(basename "$target")"; then
            echo "$link: no such id"; dead=1
        fi
    done <"$scratch/links"
    [ $dead = 0 ]
}

# Labels, descriptions and drawings name ids of their own page.
names_lead() {
    for name in aria-labelledby aria-describedby aria-controls for; do attributes $name "$1"; done | tr ' ' '\n' >"$scratch/names"
    grep -o 'url(#[^)]*)' "$1" | sed 's/^url(#\(.*\))$/\1/' >>"$scratch/names"
    lost=$(sort -u "$scratch/names" | grep -vxF -f "$scratch/ids.$(basename "$1")")
    [ -z "$lost" ] || { echo "no such id: $lost"; false; }
}

headings_in_order() {
    xmllint --xpath '//*[local-name()="h1" or local-name()="h2" or local-name()="h3" or local-name()="h4"]' "$1" 2>/dev/null |
        grep -o '<h[1-4]' | cut -c3 | awk '
            NR == 1 && $1 != 1 { print "the first heading is h" $1; bad = 1 }
            NR > 1 && $1 == 1 { print "a second h1"; bad = 1 }
            $1 > last + 1 && NR > 1 { print "h" $1 " follows h" last; bad = 1 }
            { last = $1 }
            END { exit bad || NR == 0 }'
}

drawings_speak() { # every drawing has a title; every other svg is hidden or labelled
    total=$(grep -o '<svg' "$1" | wc -l)
    named=$(xmllint --xpath 'count(//*[local-name()="svg"][@aria-hidden="true" or *[local-name()="title"]])' "$1")
    [ "$total" = "$named" ] || { echo "$named of $total drawings have a title"; false; }
}

in_search() {
    xmllint --xpath '//*[local-name()="h2" or local-name()="h3"]/@id | //*[@class="exercise"]/@id' "$1" 2>/dev/null |
        sed -n 's/^ *id="\(.*\)"$/\1/p' >"$scratch/wanted"
    missing=0
    while read -r id; do
        grep -qF "{u:\"$(basename "$1")#$id\"" "$html/search-index.js" || { echo "not in the index: $id"; missing=1; }
    done <"$scratch/wanted"
    grep -qF "{u:\"$(basename "$1")\"" "$html/search-index.js" || { echo "the page is not in the index"; missing=1; }
    [ $missing = 0 ]
}

# Each command that a page shows for playing a schedule again plays one.
replays_play() {
    sed -n 's/<[^>]*>//g; s/.*again: \(build\/interleave replay .*\)/\1/p' "$1" >"$scratch/again.sh"
    wrong=0
    while read -r command; do
        status=0
        sh -c "$command" >"$scratch/replayed" 2>&1 </dev/null || status=$?
        [ $status -le 1 ] || { echo "$command"; cat "$scratch/replayed"; wrong=1; }
    done <"$scratch/again.sh"
    [ $wrong = 0 ]
}

# A page is 84 columns of code wide; what a tool said must fit without scrolling.
answers_fit() {
    xmllint --xpath '//*[local-name()="pre" and contains(@class, "terminal")]' "$1" 2>/dev/null |
        sed 's/<[^>]*>//g; s/&[a-z]*;/x/g' >"$scratch/answers"
    ! grep -E '^.{85}' "$scratch/answers"
}

some_replay() {
    grep -q 'again: build/interleave replay ' "$html"/3-*.html
}

lanes_are_buyers() {
    grep -q 'Step 1, buyer A: ' "$html"/3-*.html
}

no_network() { # nothing is fetched from elsewhere: src, stylesheets, url()
    ! grep -nE '(src|@import)[^>]*https?://|<link[^>]*https?://' "$html"/*.html "$html/style.css" "$html/book.js" &&
        ! grep -nE 'url\((https?:)?//' "$html/style.css" "$html/fonts/fonts.css"
}

ok "the book builds without a fault" sh book/theme/build
[ "$failures" = 0 ] || { done_testing; exit; }

for page in "$html"/*.html; do
    attributes id "$page" >"$scratch/ids.$(basename "$page")"
done
for page in "$html"/*.html; do
    name=$(basename "$page" .html)
    ok "$name is well-formed" well_formed "$page"
    ok "$name has each id once" ids_once "$page"
    ok "$name has no dead link" links_lead "$page"
    ok "$name names only ids it has" names_lead "$page"
    ok "$name has its headings in order" headings_in_order "$page"
    ok "$name has a title for each drawing" drawings_speak "$page"
    ok "$name shows answers that fit the page" answers_fit "$page"
    ok "$name shows schedules that can be played again" replays_play "$page"
    [ "$name" = index ] || ok "$name is in the search index" in_search "$page"
done
ok "chapter 3 shows how a schedule is played again" some_replay
ok "chapter 3 draws its lanes as buyers" lanes_are_buyers
same_bytes() {
    sh book/theme/build --out "$scratch/again" && diff -r "$html" "$scratch/again"
}
ok "a second build gives the same bytes" same_bytes
ok "no page fetches anything from elsewhere" no_network

done_testing
