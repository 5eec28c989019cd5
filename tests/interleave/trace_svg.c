/* trace_svg.c - what the drawings share. */
#include "interleave/trace_own.h"

void svg_escaped(FILE *out, const char *text)
{
    for (; *text; text++)
        switch (*text) {
        case '&':
            fputs("&amp;", out);
            break;
        case '<':
            fputs("&lt;", out);
            break;
        case '>':
            fputs("&gt;", out);
            break;
        case '"':
            fputs("&quot;", out);
            break;
        default:
            fputc(*text, out);
        }
}

char series_of(int thread) { return (char)('a' + thread % 4); }

const char *series_colour(int thread)
{
    static const char *const colours[] = {"#0b5cad", "#a2480d", "#0f6b4f", "#7a3e9d"};
    return colours[thread % 4];
}

/* Lines one way, the other way, level lines, dots: four hatches that stay
 * apart in grey. */
static void hatches(FILE *out)
{
    static const char *const paths[] = {"M-2 2 2 -2M0 8 8 0M6 10 10 6",
                                        "M-2 6 2 10M0 0 8 8M6 -2 10 2", "M0 2h8M0 6h8",
                                        "M1 2h2M5 6h2"};
    fputs("<defs>\n", out);
    for (int i = 0; i < 4; i++)
        fprintf(out,
                "<pattern id=\"hatch-%c\" width=\"8\" height=\"8\" "
                "patternUnits=\"userSpaceOnUse\"><path class=\"edge-%c\" d=\"%s\" fill=\"none\" "
                "stroke=\"%s\" stroke-width=\"1.5\" /></pattern>\n",
                series_of(i), series_of(i), paths[i], series_colour(i));
    fputs("</defs>\n", out);
}

void svg_begin(FILE *out, double width, double height, const char *title)
{
    fprintf(out,
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%.0f\" height=\"%.0f\" "
            "viewBox=\"0 0 %.0f %.0f\" role=\"img\" aria-labelledby=\"title desc\">\n"
            "<title id=\"title\">",
            width, height, width, height);
    svg_escaped(out, title);
    fputs("</title>\n", out);
    hatches(out);
}
