/* compile.h - builds a C program for interleave, with gcc.
 *
 * What the compiler says reaches the caller unaltered. The flags are in
 * compile.c, each with its reason.
 */
#ifndef INTERLEAVE_COMPILE_H
#define INTERLEAVE_COMPILE_H

#include <stdbool.h>

struct build {
    const char *const *sources; /* C files; NULL-terminated */
    const char *const
        *includes; /* folders for #include "", before the source's own; NULL-terminated or NULL */
    const char *const *flags; /* further gcc flags (-D…, -lm); NULL-terminated or NULL */
    const char *const *
        objects; /* object files and archives, linked behind the sources; NULL-terminated or NULL */
    bool own_folder;    /* false: a quoted include does not look beside the source (graded code) */
    const char *output; /* the shared object to write */
    /* out */
    char *diagnostics;  /* what gcc printed, warnings too; malloc'ed, never NULL */
    int status;         /* 0 built; else gcc's exit status */
    char *preprocessed; /* the first source after preprocessing (malloc'ed), or NULL */
};

/* Returns 0 (see status), or -1 when gcc could not be run at all, with errno. */
int compile(struct build *build);

/* What the runtime needs of gcc when it compiles and when it links, for whoever
 * calls gcc himself; NULL-terminated. They follow other flags, and win. The
 * linker also needs wrap_option() for each name: compile_names.h. */
extern const char *const compile_flags[], *const compile_link_flags[];

/* Everything compile() allocated. */
void build_free(struct build *build);

#endif
