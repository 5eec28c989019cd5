/* readme.h - what an exercise's README.md says, taken apart.
 *
 * "# Title", then the task, then "## Hint 1" … to the end of the file or the
 * next heading of that level.
 */
#ifndef GRADE_README_H
#define GRADE_README_H

#include "grade/house.h"

struct readme {
    char *text;    /* the whole file (malloc'ed) */
    char *title;   /* malloc'ed, "" when there is none */
    char *hint[9]; /* malloc'ed, without the heading; hint[0] is hint 1 */
    int hints;     /* they are numbered 1, 2, 3 … without a gap */
};

/* Returns 0, or -1 with errno. */
int readme_read(const char *path, struct readme *readme);
void readme_free(struct readme *readme);

#endif
