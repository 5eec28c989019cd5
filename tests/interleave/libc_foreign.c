/* libc_foreign.c - functions of libc that make something in libc's own heap.
 *
 * That is no memory of the execution: a checkpoint does not hold it, and what was
 * freed after one is gone when the execution goes on from it. So there are none
 * once such a function was called.
 */
#include <dirent.h>
#include <glob.h>
#include <iconv.h>
#include <locale.h>
#include <regex.h>
#include <search.h>

#include "interleave/libc_own.h"

/* Called beside what the function touches. */
static void foreign(void) { libc_own()->foreign = true; }

typedef int comparison(const void *, const void *);

/* ---- regular expressions ------------------------------------------------------------- */

CALL(int, regcomp, (regex_t * compiled, const char *pattern, int flags), (compiled, pattern, flags),
     foreign(), READ_TEXT(pattern), WRITE(compiled, sizeof *compiled))
ACTION(regfree, (regex_t * compiled), (compiled), foreign(), WRITE(compiled, sizeof *compiled))

ABI int __wrap_regexec(const regex_t *compiled, const char *text, size_t count,
                       regmatch_t matches[], int flags)
{
    READ(compiled, sizeof *compiled);
    if (!(flags & REG_STARTEND))
        READ_TEXT(text);
    if (count > 0 && matches)
        WRITE(matches, count * sizeof *matches);
    return regexec(compiled, text, count, matches, flags);
}

/* ---- trees and tables ------------------------------------------------------------------ */

CALL(void *, tsearch, (const void *key, void **root, comparison *compare), (key, root, compare),
     foreign(), WRITE(root, sizeof *root))
CALL(void *, tdelete, (const void *key, void **root, comparison *compare), (key, root, compare),
     foreign(), WRITE(root, sizeof *root))
CALL(void *, tfind, (const void *key, void *const *root, comparison *compare), (key, root, compare),
     READ(root, sizeof *root))
ACTION(tdestroy, (void *root, void (*free_key)(void *)), (root, free_key), foreign())

/* One table, and no lock: any two calls are a race. */
static struct hsearch_data *table(const void *pc, uintptr_t cfa)
{
    foreign();
    memory_write(&libc_own()->table, sizeof libc_own()->table, pc, cfa);
    return &libc_own()->table;
}

ABI int __wrap_hcreate(size_t count) { return hcreate_r(count, table(CALLER_PC, CALLER_CFA)); }
ABI void __wrap_hdestroy(void) { hdestroy_r(table(CALLER_PC, CALLER_CFA)); }

ABI ENTRY *__wrap_hsearch(ENTRY entry, ACTION action)
{
    ENTRY *found = NULL;
    READ_TEXT(entry.key);
    hsearch_r(entry, action, &found, table(CALLER_PC, CALLER_CFA));
    return found;
}

/* ---- folders: two threads may not read one through the same stream at once --------------- */

#define AT(folder) WRITE(folder, 1)

CALL(DIR *, opendir, (const char *name), (name), foreign(), READ_TEXT(name))
CALL(DIR *, fdopendir, (int number), (number), foreign())
CALL(struct dirent *, readdir, (DIR * folder), (folder), AT(folder))
CALL(struct dirent64 *, readdir64, (DIR * folder), (folder), AT(folder))
CALL(int, closedir, (DIR * folder), (folder), foreign(), AT(folder))
ACTION(rewinddir, (DIR * folder), (folder), AT(folder))

CALL(int, scandir,
     (const char *name, struct dirent ***list, int (*take)(const struct dirent *),
      int (*order)(const struct dirent **, const struct dirent **)),
     (name, list, take, order), foreign(), READ_TEXT(name), WRITE(list, sizeof *list))
CALL(int, scandir64,
     (const char *name, struct dirent64 ***list, int (*take)(const struct dirent64 *),
      int (*order)(const struct dirent64 **, const struct dirent64 **)),
     (name, list, take, order), foreign(), READ_TEXT(name), WRITE(list, sizeof *list))

CALL(int, glob, (const char *pattern, int flags, int (*failed)(const char *, int), glob_t *found),
     (pattern, flags, failed, found), foreign(), READ_TEXT(pattern), WRITE(found, sizeof *found))
CALL(int, glob64,
     (const char *pattern, int flags, int (*failed)(const char *, int), glob64_t *found),
     (pattern, flags, failed, found), foreign(), READ_TEXT(pattern), WRITE(found, sizeof *found))
ACTION(globfree, (glob_t * found), (found), foreign(), WRITE(found, sizeof *found))
ACTION(globfree64, (glob64_t * found), (found), foreign(), WRITE(found, sizeof *found))

/* ---- conversions, locales ------------------------------------------------------------------ */

CALL(iconv_t, iconv_open, (const char *to, const char *from), (to, from), foreign())
CALL(int, iconv_close, (iconv_t conversion), (conversion), foreign())
CALL(locale_t, newlocale, (int mask, const char *name, locale_t base), (mask, name, base),
     foreign())
ACTION(freelocale, (locale_t locale), (locale), foreign())
