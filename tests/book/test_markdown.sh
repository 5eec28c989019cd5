#!/bin/sh
# What the chapters' Markdown becomes: numbers, references, boxes, tables, notes.
cd "$(dirname "$0")/../.." || exit 1
. tests/book/tap.sh

root=$scratch/root
mkdir -p "$root/chapters/programs" "$root/build/book"
[ ! -d build/book/fonts ] || cp -r build/book/fonts "$root/build/book/"

cat >"$root/chapters/programs/both.c" <<'EOF'
//> outer
int outer(void)
{
    //> inner
    return 2 < 3;
    //< inner
}
//< outer
EOF
cat >"$root/chapters/0-preface.md" <<'EOF'
# Preface

## Before

In @sec:first it begins. @ch:1 is next. See section @sec:first, and @lst:outer.
EOF
cat >"$root/chapters/1-one.md" <<'EOF'
# One *seat*

As @ch:0 says, and @sec:before.

## First {#first}

{{listing chapters/programs/both.c outer "All of \"it\""}}

{{listing chapters/programs/both.c inner "One line, see @lst:outer"}}

@lst:inner shows one line. So does @lst:both-inner. As in listing @lst:inner.

| seats | tickets |
|------:|---------|
|     1 | 2       |

Table: What was left {#tbl:left}

In @tbl:left there is a note.[^1] And $1 - 1 = 0$.

[^1]: The note.

## Second

::: go
A `chan`.
:::

::: wrong
## Two of them
Both.
:::

```
{{listing is not a directive here}} @fig:nor-this
```

::: questions
1. Why?

   ::: answer
   Because.
   :::
:::
EOF

has() { # has TEXT: in the chapter, whatever its blanks and line breaks
    on_page "$root/html/1-one.html" "$1"
}
preface_has() {
    on_page "$root/html/0-preface.html" "$1"
}
on_page() {
    sed -n 's/\xc2\xa0/ /g; /<article>/,/<\/article>/p' "$1" | tr '\n' ' ' | sed 's/  */ /g' >"$scratch/article"
    grep -qF -- "$2" "$scratch/article" || { echo "not there: $2"; cat "$scratch/article"; false; }
}

ok "it builds" sh book/theme/build --root "$root" --out "$root/html"
ok "a chapter has its number" has '<h1><span class="label">Chapter 1</span> One <em>seat</em></h1>'
ok "sections are numbered" has '<h2 id="second"><span class="number">1.2</span> Second</h2>'
ok "the preface's are not" preface_has '<h2 id="before">Before</h2>'
ok "a reference to another page" preface_has 'In <a href="1-one.html#first" class="ref">section 1.1</a>'
ok "a sentence starts with a capital" preface_has '<a href="1-one.html" class="ref">Chapter 1</a> is next'
ok "a kind that is said already is not said twice" preface_has 'See section <a href="1-one.html#first" class="ref">1.1</a>'
ok "the preface by its name" has 'As <a href="0-preface.html" class="ref">the preface</a> says'
ok "a section without a number by its title" has '<a href="0-preface.html#before" class="ref">“Before”</a>'
ok "listings are numbered" has '<span class="label">Listing 1.2</span>'
ok "a caption keeps its quotes" has 'All of “it”.'
ok "a caption has references" has 'see <a href="#lst-both-outer" class="ref">listing 1.1</a>.'
ok "a region holds another without its marks" has '<span class="line" data-line="5"> <span class="cf">return</span>'
ok "a listing by region" has '<a href="#lst-both-inner" class="ref">Listing 1.2</a> shows'
ok "a listing by file and region" has 'does <a href="#lst-both-inner" class="ref">listing 1.2</a>.'
ok "code is escaped" has '&lt;</span> <span class="dv">3</span>'
ok "tables are numbered" has '<span class="label">Table 1.1</span> What was left</caption>'
ok "a table by its name" has 'In <a href="#tbl-1" class="ref">table 1.1</a>'
ok "mathematics" has '<math display="inline"'
ok "a box in Go" has 'aria-label="In Go"'
ok "a box with its own title" has 'aria-label="Two of them"'
ok "an answer is folded" has '<details class="answer"><summary>Answer</summary> <p>Because.</p> </details>'
ok "questions have a heading" has '<h2 id="questions">Questions</h2>'
ok "a code block is left alone" has '<code>{{listing is not a directive here}} @fig:nor-this</code>'
for name in "$root"/html/*.html; do
    ok "$(basename "$name") is well-formed" xmllint --noout "$name"
done

done_testing
