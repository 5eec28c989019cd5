/* forbidden_object.c - what the compiled submission calls and defines. */
#include <dlfcn.h>
#include <stdio.h>
#include <string.h>

#include "check/forbidden.h"
#include "check/symbols.h"
#include "interleave/wrapped.h"

enum { SAFE, REFUSED };

/* What the runtime answers itself. */
static const struct {
    const char *name;
    int safety;
    const char *why;
} wrapped[] = {
#define X(name, safety, why) {#name, safety, why},
    WRAPPED(X)
#undef X
};

/* Functions of libc and libm without a memory of their own that others share. */
static const char safe[] =
    " abs labs llabs div ldiv lldiv atoi atol atoll atof strtol strtoul strtoll strtoull strtod"
    " bsearch memchr memrchr strnlen strncat strspn strcspn strpbrk strcasecmp strncasecmp stpcpy"
    " isalnum isalpha isblank iscntrl isdigit isgraph islower isprint ispunct isspace isupper"
    " isxdigit tolower toupper __ctype_b_loc __ctype_tolower_loc __ctype_toupper_loc"
    " __errno_location strerror sscanf __isoc99_sscanf vsprintf stdout stderr"
    " sin cos tan asin acos atan atan2 sinh cosh tanh asinh acosh atanh exp exp2 expm1 log log2"
    " log10 log1p pow sqrt cbrt hypot fabs fmod remainder floor ceil trunc round lround llround"
    " nearbyint rint lrint fmax fmin fma fdim copysign ldexp frexp modf erf erfc tgamma lgamma"
    " sinf cosf tanf asinf acosf atanf atan2f expf exp2f logf log2f log10f powf sqrtf cbrtf hypotf"
    " fabsf fmodf floorf ceilf truncf roundf lroundf fmaxf fminf fmaf fabsl sqrtl"
    " __isnan __isinf __finite __signbit nan nanf __fpclassify"
    " __tls_get_addr __sanitizer_cov_trace_pc __atomic_feraiseexcept"
    " work pause_for pause_briefly ";

/* Reasons for those that are not wrapped and that learners try. */
static const struct {
    const char *start; /* of the name */
    const char *why;
} reasons[] = {
    {"pthread_", "threads come from OpenMP here"},
    {"thrd_", "threads come from OpenMP here"},
    {"mtx_", "locks come from OpenMP here"},
    {"sem_", "OpenMP has what is needed to wait for each other"},
    {"fork", "one process is enough"},
    {"exec", "one process is enough"},
    {"system", "one process is enough"},
    {"popen", "one process is enough"},
    {"fopen", "what is graded reads and writes no files"},
    {"open", "what is graded reads and writes no files"},
    {"scanf", "there is nothing to read: what your functions need, they are given"},
    {"getchar", "there is nothing to read: what your functions need, they are given"},
    {"setjmp", "jumping out of a parallel region is not allowed by OpenMP either"},
    {"longjmp", "jumping out of a parallel region is not allowed by OpenMP either"},
    {"signal", "signals belong to the check"},
    {"sigaction", "signals belong to the check"},
    {"quick_exit", "it would end the check together with your code; return instead"},
};

static bool in_list(const char *list, const char *name)
{
    size_t size = strlen(name);
    for (const char *at = list; at && (at = strstr(at, name)) != NULL; at += size)
        if ((at == list || at[-1] == ' ') && (at[size] == ' ' || at[size] == '\0'))
            return true;
    return false;
}

static bool starts(const char *name, const char *start)
{
    return strncmp(name, start, strlen(start)) == 0;
}

/* The name as the learner wrote it. */
static const char *written(const char *name)
{
    if (starts(name, "__wrap_"))
        name += strlen("__wrap_");
    if (strcmp(name, "__sysv_signal") == 0)
        return "signal";
    return starts(name, "__isoc99_") ? name + strlen("__isoc99_") : name;
}

static const char *why_not(const char *name)
{
    for (size_t i = 0; i < sizeof wrapped / sizeof *wrapped; i++)
        if (strcmp(wrapped[i].name, name) == 0)
            return wrapped[i].why;
    for (size_t i = 0; i < sizeof reasons / sizeof *reasons; i++)
        if (starts(name, reasons[i].start))
            return reasons[i].why;
    return NULL;
}

static bool is_wrapped(const char *name, bool only_safe)
{
    for (size_t i = 0; i < sizeof wrapped / sizeof *wrapped; i++)
        if (strcmp(wrapped[i].name, name) == 0)
            return !only_safe || wrapped[i].safety == SAFE;
    return false;
}

static bool may_call(const struct object_rules *rules, const struct object *check, const char *name)
{
    if (starts(name, "omp_") || starts(name, "GOMP_") || starts(name, "__tsan_") ||
        starts(name, "__atomic_"))
        return true;
    if (starts(name, "__wrap_") && is_wrapped(written(name), true))
        return true;
    if (in_list(safe, name) || in_list(rules->allow, written(name)))
        return true;
    return strcmp(name, "exercise") != 0 && object_defines(check, name);
}

static bool refuse_call(const struct object_rules *rules, const char *symbol,
                        struct refusal *refusal)
{
    const char *name = written(symbol), *why = why_not(name);
    refusal->verdict = FORBIDDEN;
    refusal->line = line_of_word(rules->preprocessed, rules->source, name);
    char line[32] = "the file";
    if (refusal->line > 0)
        snprintf(line, sizeof line, "line %d", refusal->line);
    bool known = why || dlsym(RTLD_DEFAULT, name);
    refusal->verdict = known ? FORBIDDEN : BUILD;
    snprintf(refusal->headline, sizeof refusal->headline,
             known ? "%s calls %.200s, which may not be called here"
                   : "%s uses %.200s, but nothing defines it",
             line, name);
    if (why)
        snprintf(refusal->explanation, sizeof refusal->explanation, "%s: %s.", name, why);
    else
        snprintf(
            refusal->explanation, sizeof refusal->explanation,
            known ? "Besides the functions of the exercise's header and of <omp.h>, only a safe "
                    "part\n"
                    "of libc may be called: memory, strings, printf, mathematics."
                  : "Is the name spelled as in the header? A function that you declare must also\n"
                    "be written.");
    return false;
}

static bool is_reserved(const char *name)
{
    static const char *const starts_of[] = {"GOMP_",   "omp_",    "__tsan_",     "__sanitizer_",
                                            "__wrap_", "__real_", "interleave_", "__atomic_"};
    for (size_t i = 0; i < sizeof starts_of / sizeof *starts_of; i++)
        if (starts(name, starts_of[i]))
            return true;
    return is_wrapped(name, false) || in_list(safe, name);
}

static bool refuse_definition(const struct object_rules *rules, const char *name, bool provided,
                              struct refusal *refusal)
{
    refusal->verdict = FORBIDDEN;
    refusal->line = line_of_word(rules->preprocessed, rules->source, name);
    snprintf(refusal->headline, sizeof refusal->headline, "the file defines %.200s", name);
    snprintf(refusal->explanation, sizeof refusal->explanation,
             provided ? "The exercise provides %.200s; your file only calls it."
                      : "The name %.200s belongs to libc or OpenMP. Choose another one.",
             name);
    return false;
}

/* Everything that the check calls must be there: the contract is the header. */
static bool nothing_missing(const struct object *object, const struct object *check,
                            struct refusal *refusal)
{
    for (int i = 0; i < check->symbol_count; i++) {
        const struct symbol *symbol = &check->symbols[i];
        if (symbol->defined || object_defines(object, symbol->name) || symbol->name[0] == '_' ||
            dlsym(RTLD_DEFAULT, symbol->name))
            continue;
        refusal->verdict = BUILD;
        refusal->line = 0;
        snprintf(refusal->headline, sizeof refusal->headline, "the file does not define %.200s",
                 symbol->name);
        snprintf(refusal->explanation, sizeof refusal->explanation,
                 "The exercise's header promises %.200s. It must not be static, and its name must\n"
                 "be spelled as there.",
                 symbol->name);
        return false;
    }
    return true;
}

/* What the compiler calls for a construct that the runtime does not have. */
static bool refuse_construct(const char *name, struct refusal *refusal)
{
    refusal->verdict = INTERNAL;
    refusal->line = 0;
    snprintf(refusal->headline, sizeof refusal->headline,
             "[internal] the runtime has no %.200s yet", name);
    snprintf(
        refusal->explanation, sizeof refusal->explanation,
        "The file uses a construct of OpenMP that cannot be tried here. Nothing is wrong with it.");
    return false;
}

static bool symbols_allowed(const struct object_rules *rules, const struct object *object,
                            const struct object *check, struct refusal *refusal)
{
    for (int i = 0; i < object->symbol_count; i++) {
        const struct symbol *symbol = &object->symbols[i];
        bool provided = object_defines(check, symbol->name);
        if (symbol->defined && (is_reserved(symbol->name) || provided || symbol->unusual))
            return refuse_definition(rules, symbol->name, provided, refusal);
        if (!symbol->defined && !may_call(rules, check, symbol->name))
            return refuse_call(rules, symbol->name, refusal);
        if (!symbol->defined && (starts(symbol->name, "omp_") || starts(symbol->name, "GOMP_")) &&
            !dlsym(RTLD_DEFAULT, symbol->name))
            return refuse_construct(symbol->name, refusal);
    }
    return true;
}

/* gcc's own start function prepares the hooks; there is no other. */
static bool starts_nothing(const struct object *object, struct refusal *refusal)
{
    if (object->start_calls <= 1)
        return true;
    refusal->verdict = FORBIDDEN;
    refusal->line = 0;
    snprintf(refusal->headline, sizeof refusal->headline,
             "the file has a function that runs before or after the check");
    snprintf(refusal->explanation, sizeof refusal->explanation,
             "Constructors, destructors, _init and _fini are not part of any exercise.");
    return false;
}

/* They are put back before every run, of which there may be a million. */
static bool variables_small(const struct object *object, struct refusal *refusal)
{
    static const unsigned long long most = 1; /* MiB */
    if (object->variables <= most << 20)
        return true;
    refusal->verdict = FORBIDDEN;
    refusal->line = 0;
    snprintf(refusal->headline, sizeof refusal->headline,
             "the file's global and static variables take %llu MiB, %llu MiB is the most",
             (unsigned long long)((object->variables + (1 << 20) - 1) >> 20), most);
    snprintf(refusal->explanation, sizeof refusal->explanation,
             "Every run of the check starts with all of them as they were. No exercise needs\n"
             "such large ones.");
    return false;
}

bool object_allowed(const struct object_rules *rules, struct refusal *refusal)
{
    struct object object, check;
    bool good = object_read(&object, rules->object);
    if (good && !object_read(&check, rules->check)) {
        object_close(&object);
        good = false;
    }
    if (!good) {
        refusal->verdict = INTERNAL;
        snprintf(refusal->headline, sizeof refusal->headline,
                 "[internal] the object files cannot be read");
        return false;
    }
    good = symbols_allowed(rules, &object, &check, refusal) && starts_nothing(&object, refusal) &&
           variables_small(&object, refusal) && nothing_missing(&object, &check, refusal);
    object_close(&object);
    object_close(&check);
    return good;
}
