#include "unit/differential/batch.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "interleave/compile.h"
#include "unit/differential/differ.h"

enum { GUARD = 900 }; /* seconds: what never ends must not stop us */

static void die(const char *what)
{
    perror(what);
    exit(70);
}

static FILE *open_in(const struct batch *batch, const char *name, const char *mode)
{
    char path[64];
    snprintf(path, sizeof path, "%s/%s", batch->folder, name);
    FILE *file = fopen(path, mode);
    if (!file)
        die(path);
    return file;
}

/* ---- the file ---------------------------------------------------------------- */

/* On libgomp: runs each program again and again, threads held up by a spin of
 * random length before each statement, and prints every end once. */
static const char harness[] =
    "#ifdef HARNESS\n"
    "#include <string.h>\n"
    "static _Thread_local unsigned noise;\n"
    "static unsigned round_now;\n"
    "static void delay(void)\n"
    "{\n"
    "    noise = noise * 1664525u + 1013904223u + round_now * 2u;\n"
    "    unsigned spins = noise >> 24 < 16 ? 6000 : (noise >> 16) % 300;\n"
    "    for (volatile unsigned i = 0; i < spins; i++)\n"
    "        ;\n"
    "}\n"
    "void give_up(void) { abort(); }\n"
    "static void fresh(void)\n"
    "{\n"
    "    v0 = v1 = v2 = 0;\n"
    "    memset(seen, 0, sizeof seen);\n"
    "    for (int t = 2; t <= 4; t++)\n"
    "#pragma omp parallel num_threads(t)\n"
    "        mine = 0, noise += round_now * 7919u + (unsigned)omp_get_thread_num();\n"
    "}\n"
    "static int known[512][sizeof seen / sizeof(int) + 3], known_count;\n"
    "static void tell(const char *name)\n"
    "{\n"
    "    int *state = known[known_count];\n"
    "    state[0] = v0, state[1] = v1, state[2] = v2;\n"
    "    memcpy(state + 3, seen, sizeof seen);\n"
    "    for (int i = 0; i < known_count; i++)\n"
    "        if (memcmp(known[i], state, sizeof known[0]) == 0)\n"
    "            return;\n"
    "    known_count += known_count < 511;\n"
    "    printf(\"%s outcome\", name);\n"
    "    for (int i = 0; i < (int)(sizeof known[0] / sizeof(int)); i++)\n"
    "        printf(\"%s%d\", i == 3 ? \"/\" : i < 3 ? \" \" : \".\", state[i]);\n"
    "    printf(\"\\n\");\n"
    "}\n"
    "int main(int count, char **words)\n"
    "{\n"
    "    for (int i = 2; i < count; i++) {\n"
    "        int k = 0;\n"
    "        while (strcmp(programs[k].name, words[i]) != 0)\n"
    "            k++;\n"
    "        known_count = 0;\n"
    "        for (int run = atoi(words[1]); run > 0; run--) {\n"
    "            round_now++;\n"
    "            fresh();\n"
    "            programs[k].function();\n"
    "            tell(words[i]);\n"
    "        }\n"
    "        fflush(stdout);\n"
    "    }\n"
    "}\n"
    "#endif\n";

static void write_program(const struct program *program, FILE *out)
{
    char name[64];
    snprintf(name, sizeof name, "program_%" PRIu64, program->seed);
    program_print(program, name, false, out);
    snprintf(name, sizeof name, "bounded_%" PRIu64, program->seed);
    if (program_waits(program))
        program_print(program, name, true, out);
}

static void write_source(const struct batch *batch, const struct program *only)
{
    FILE *out = open_in(batch, "programs.c", "w");
    program_prelude(out);
    for (int i = 0; i < batch->count; i++) {
        struct program program;
        program_generate(&program, batch->first + (uint64_t)i);
        write_program(only ? only : &program, out);
    }
    fprintf(out, "struct { const char *name; int (*function)(void); } programs[] = {\n");
    for (int i = 0; i < batch->count; i++)
        fprintf(out, "    {\"%" PRIu64 "\", program_%" PRIu64 "},\n", batch->first + (uint64_t)i,
                batch->first + (uint64_t)i);
    fprintf(out, "};\n%s", harness);
    fclose(out);
}

bool batch_build(struct batch *batch, uint64_t first, int count, const struct program *only)
{
    *batch = (struct batch){.folder = "/tmp/differential-XXXXXX", .first = first, .count = count};
    if (!mkdtemp(batch->folder))
        die("a folder in /tmp");
    write_source(batch, only);
    char source[64], object[64];
    snprintf(source, sizeof source, "%s/programs.c", batch->folder);
    snprintf(object, sizeof object, "%s/programs.so", batch->folder);
    const char *sources[] = {source, NULL}, *flags[] = {"-w", NULL};
    struct build build = {.sources = sources, .flags = flags, .own_folder = true, .output = object};
    if (compile(&build) != 0)
        die("gcc");
    if (build.status != 0)
        fprintf(stderr, "%s", build.diagnostics);
    bool built = build.status == 0;
    build_free(&build);
    return built;
}

void batch_remove(const struct batch *batch)
{
    static const char *const names[] = {"programs.c", "programs.so", "programs"};
    char path[64];
    for (int i = 0; i < 3; i++) {
        snprintf(path, sizeof path, "%s/%s", batch->folder, names[i]);
        unlink(path);
    }
    rmdir(batch->folder);
}

/* ---- processes ------------------------------------------------------------------ */

static char *read_all(FILE *in)
{
    char *text = NULL, block[4096];
    size_t size = 0, got;
    FILE *out = open_memstream(&text, &size);
    while ((got = fread(block, 1, sizeof block, in)) > 0)
        fwrite(block, 1, got, out);
    fclose(out);
    return text;
}

static char *output_of(const char *command)
{
    FILE *in = popen(command, "r");
    if (!in)
        die(command);
    char *text = read_all(in);
    pclose(in);
    return text;
}

char *batch_ask(const struct batch *batch, const char *how)
{
    char self[200], command[400];
    ssize_t length = readlink("/proc/self/exe", self, sizeof self - 1);
    if (length < 0)
        die("/proc/self/exe");
    self[length] = '\0';
    snprintf(command, sizeof command, "'%s' %s %s/programs.so %" PRIu64 " %d", self, how,
             batch->folder, batch->first, batch->count);
    return output_of(command);
}

/* The seeds in lines `SEED outcome …`, each once. */
static void list_seeds(const char *outcomes, FILE *out)
{
    uint64_t seed, before = UINT64_MAX;
    for (const char *line = outcomes; *line; line = strchr(line, '\n') + 1) {
        if (sscanf(line, "%" SCNu64 " outcome", &seed) != 1 || seed == before)
            continue;
        fprintf(out, " %" PRIu64, seed);
        before = seed;
    }
}

char *batch_libgomp(const struct batch *batch, const char *outcomes, int runs)
{
    char *command = NULL;
    size_t size;
    FILE *out = open_memstream(&command, &size);
    fprintf(out,
            "cd %s && gcc -w -O1 -fopenmp -DHARNESS -o programs programs.c && "
            "OMP_WAIT_POLICY=passive OMP_DYNAMIC=false timeout 100 ./programs %d",
            batch->folder, runs);
    list_seeds(outcomes, out);
    fprintf(out, " || echo 'status' $?");
    fclose(out);
    char *text = output_of(command);
    free(command);
    return text;
}

/* ---- the worker --------------------------------------------------------------------- */

static int work_on(const char *how, uint64_t seed)
{
    struct program program;
    program_generate(&program, seed);
    alarm(GUARD);
    if (strcmp(how, "compare") == 0)
        differ_program(&program, NAIVE_LIMIT, stdout);
    else if (strcmp(how, "answer") == 0)
        differ_answer(&program, stdout);
    else
        differ_outcomes(&program, stdout);
    fflush(stdout);
    return 0;
}

int batch_work(const char *how, const char *path, uint64_t first, int count)
{
    const char *why = differ_load(path);
    if (why) {
        fprintf(stderr, "%s\n", why);
        return 70;
    }
    for (int i = 0; i < count; i++) {
        uint64_t seed = first + (uint64_t)i;
        fflush(stdout);
        pid_t child = fork();
        if (child == 0)
            _exit(work_on(how, seed));
        int status;
        if (waitpid(child, &status, 0) != child)
            die("waitpid");
        if (status != 0)
            printf("%" PRIu64 " differs: %s died, signal %d\n", seed, how, WTERMSIG(status));
    }
    return 0;
}

/* ---- one that differs ----------------------------------------------------------------- */

int batch_differs(struct program *program, FILE *out)
{
    struct batch batch;
    int status = 0;
    fflush(NULL);
    if (batch_build(&batch, program->seed, 1, program)) {
        pid_t child = fork();
        if (child == 0) {
            char path[64];
            snprintf(path, sizeof path, "%s/programs.so", batch.folder);
            alarm(GUARD);
            int count = differ_load(path) ? 0 : differ_program(program, NAIVE_LIMIT, out);
            fflush(out);
            _exit(count > 0);
        }
        if (waitpid(child, &status, 0) != child)
            die("waitpid");
    }
    batch_remove(&batch);
    return status != 0;
}

static bool still_differs(struct program *program, void *nowhere)
{
    return program->body && batch_differs(program, nowhere);
}

bool batch_shrink(struct program *program)
{
    FILE *nowhere = fopen("/dev/null", "w");
    if (!nowhere)
        die("/dev/null");
    bool differs = still_differs(program, nowhere);
    if (differs)
        program_shrink(program, still_differs, nowhere);
    fclose(nowhere);
    return differs;
}
