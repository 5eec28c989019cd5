// expect -DWAY=1: PASS, outcomes 1
// expect -DWAY=2: PASS, outcomes 1
// expect -DWAY=3: PASS, outcomes 1
// expect -DWAY=4: PASS, outcomes 1
// expect race -DWAY=1: PASS
// expect -DWAY=2 -DRACE: RACE, on root
// expect -DWAY=3 -DRACE: RACE, on the hidden state of hsearch
// What libc makes for a program in libc's own heap is made anew in each execution.
#include <regex.h>
#include <search.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static const char *const words[] = {"pear=1", "apple=2", "fig=3", "pear=1"};
static regex_t pair;
static void *root;
static int found;

static int by_text(const void *a, const void *b) { return strcmp(a, b); }

static void look(int i)
{
    regmatch_t parts[2];
    ENTRY entry = {(char *)(unsigned long)words[i], NULL};
    if (WAY == 1)
        found += regexec(&pair, words[i], 2, parts, 0) == 0 && parts[1].rm_eo > 2;
    if (WAY == 2)
        found += *(char **)tsearch(words[i], &root, by_text) == words[i];
    if (WAY == 3)
        found += hsearch(entry, ENTER)->key == words[i];
    if (WAY == 4)
        found++;
}

int main(void)
{
    char *here = WAY == 4 ? getcwd(NULL, 0) : NULL;
    if (WAY == 1 && regcomp(&pair, "^([a-z]+)=[0-9]$", REG_EXTENDED) != 0)
        return 9;
    if (WAY == 3 && !hcreate(8))
        return 9;
    for (volatile int i = 0; i < 30000; i++) /* worth a checkpoint */
        continue;
    #pragma omp parallel for num_threads(2) schedule(static, 1)
    for (int i = 0; i < 4; i++) {
    #ifdef RACE
        look(i);
    #else
        #pragma omp critical
        look(i);
    #endif
    }
    int distinct = 0;
    if (WAY == 2)
        for (; root; distinct++)
            tdelete(*(char **)root, &root, by_text);
    if (WAY == 1)
        regfree(&pair);
    if (WAY == 3)
        hdestroy();
    free(here);
    return WAY == 2 ? distinct : 0;
}
