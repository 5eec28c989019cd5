#include "grade/readme.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "grade/text.h"

#define README_MAX ((size_t)1 << 20)

/* The line after this one; the end of the text when it is the last. */
static const char *next_line(const char *line)
{
    line += strcspn(line, "\n");
    return *line == '\n' ? line + 1 : line;
}

/* Where a section ends: at the next "# " or "## ", or the end. A "#pragma" in a
 * code block is neither. */
static const char *section_end(const char *line)
{
    while (*line != '\0' && !text_starts(line, "# ") && !text_starts(line, "## ")) {
        line = next_line(line);
    }
    return line;
}

static char *without_blank_lines_around(const char *start, const char *end)
{
    while (start < end && *start == '\n') {
        start++;
    }
    while (end > start && (end[-1] == '\n' || end[-1] == ' ')) {
        end--;
    }
    return text_copy_n(start, (size_t)(end - start));
}

static void find_hints(struct readme *readme)
{
    for (const char *line = readme->text; *line != '\0'; line = next_line(line)) {
        char wanted[16];
        snprintf(wanted, sizeof wanted, "## Hint %c", '1' + readme->hints);
        size_t length = strlen(wanted);
        if (readme->hints < 9 && text_starts(line, wanted) && strchr(" :.\n", line[length])) {
            const char *start = next_line(line);
            readme->hint[readme->hints++] = without_blank_lines_around(start, section_end(start));
        }
    }
}

int readme_read(const char *path, struct readme *readme)
{
    *readme = (struct readme){0};
    readme->text = text_read(path, README_MAX, NULL);
    if (readme->text == NULL) {
        return -1;
    }
    bool titled = text_starts(readme->text, "# ");
    readme->title =
        titled ? text_copy_n(readme->text + 2, strcspn(readme->text + 2, "\n")) : text_copy("");
    find_hints(readme);
    return 0;
}

void readme_free(struct readme *readme)
{
    free(readme->text);
    free(readme->title);
    for (int i = 0; i < readme->hints; i++) {
        free(readme->hint[i]);
    }
    *readme = (struct readme){0};
}
