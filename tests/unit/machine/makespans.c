/* makespans.c - programs whose makespan and span can be worked out by hand.
 *
 * test_makespans.c says for each with how many threads and cores, and what must
 * come out; a unit is that of work(). They are built for the virtual machine.
 */
#include <omp.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

void work(int units);
void pause_for(int units);

static void each_100(void)
{
#pragma omp parallel
    work(100);
}

static void each_10(void)
{
#pragma omp parallel
    work(10);
}

static void uneven(void)
{
#pragma omp parallel
    work(100 * (omp_get_thread_num() + 1));
}

static void two_phases(void)
{
#pragma omp parallel
    {
        int me = omp_get_thread_num();
        work(100 * (me + 1));
#pragma omp barrier
        work(100 * (omp_get_num_threads() - me));
    }
}

static void serial_then_parallel(void)
{
    work(200);
#pragma omp parallel for
    for (int i = 0; i < 8; i++)
        work(50);
}

static void nested(void)
{
    omp_set_max_active_levels(2);
#pragma omp parallel num_threads(2)
    {
        work(50);
#pragma omp parallel num_threads(2)
        work(100);
    }
}

/* ---- worksharing ---------------------------------------------------------------------- */

static int amount(int i) { return i == 0 ? 300 : 100; }

static void static_loop(void)
{
#pragma omp parallel for schedule(static)
    for (int i = 0; i < 4; i++)
        work(amount(i));
}

static void dynamic_loop(void)
{
#pragma omp parallel for schedule(dynamic)
    for (int i = 0; i < 4; i++)
        work(amount(i));
}

static void three_sections(void)
{
#pragma omp parallel sections
    {
#pragma omp section
        work(100);
#pragma omp section
        work(200);
#pragma omp section
        work(300);
    }
}

static void single_then_all(void)
{
#pragma omp parallel
    {
#pragma omp single
        work(100);
        work(100);
    }
}

static void single_beside_all(void)
{
#pragma omp parallel
    {
#pragma omp single nowait
        work(100);
#pragma omp for schedule(dynamic)
        for (int i = 0; i < 5; i++)
            work(100);
    }
}

static void ordered_loop(void)
{
#pragma omp parallel for ordered schedule(static, 1)
    for (int i = 0; i < 4; i++) {
        work(100);
#pragma omp ordered
        work(50);
    }
}

static void doacross(void)
{
#pragma omp parallel for ordered(1) schedule(static, 1)
    for (int i = 0; i < 4; i++) {
        work(100);
#pragma omp ordered depend(sink : i - 1)
        work(50);
#pragma omp ordered depend(source)
    }
}

static void reduction(void)
{
    int sum = 0;
#pragma omp parallel for reduction(+ : sum)
    for (int i = 0; i < 16; i++) {
        work(25);
        sum += i;
    }
}

/* ---- one at a time ---------------------------------------------------------------------- */

static void critical(void)
{
#pragma omp parallel
    {
#pragma omp critical
        work(50);
    }
}

static void critical_in_turns(void)
{
#pragma omp parallel
    for (int i = 0; i < 3; i++) {
#pragma omp critical
        work(50);
        work(50);
    }
}

static void lock_each(void)
{
    omp_lock_t lock[8];
    for (int i = 0; i < 8; i++)
        omp_init_lock(&lock[i]);
#pragma omp parallel
    {
        omp_set_lock(&lock[omp_get_thread_num()]);
        work(100);
        omp_unset_lock(&lock[omp_get_thread_num()]);
    }
    for (int i = 0; i < 8; i++)
        omp_destroy_lock(&lock[i]);
}

/* ---- tasks ------------------------------------------------------------------------------- */

static void tasks(int count, int units)
{
#pragma omp parallel
#pragma omp single
    for (int i = 0; i < count; i++) {
#pragma omp task
        work(units);
    }
}

static void tasks_7(void) { tasks(7, 100); }
static void tasks_8(void) { tasks(8, 100); }
static void tasks_64(void) { tasks(64, 100); }
static void tasks_200(void) { tasks(200, 100); }

static void wait_for_two(void)
{
#pragma omp parallel
#pragma omp single
    {
#pragma omp task
        work(100);
#pragma omp task
        work(100);
#pragma omp taskwait
        work(50);
    }
}

static void group(void)
{
#pragma omp parallel
#pragma omp single
    {
#pragma omp taskgroup
        {
#pragma omp task
            {
#pragma omp task
                work(200);
                work(100);
            }
        }
        work(50);
    }
}

static void tree(int depth)
{
    if (depth == 0) {
        work(100);
        return;
    }
#pragma omp task
    tree(depth - 1);
#pragma omp task
    tree(depth - 1);
#pragma omp taskwait
}

static void tree_of_8(void)
{
#pragma omp parallel
#pragma omp single
    tree(3);
}

static void chain(void)
{
    int x = 0;
#pragma omp parallel
#pragma omp single
    for (int i = 0; i < 5; i++) {
#pragma omp task depend(inout : x)
        work(100);
    }
    (void)x;
}

static void diamond(void)
{
    int a = 0, b = 0, c = 0;
#pragma omp parallel
#pragma omp single
    {
#pragma omp task depend(out : a)
        work(100);
#pragma omp task depend(in : a) depend(out : b)
        work(200);
#pragma omp task depend(in : a) depend(out : c)
        work(100);
#pragma omp task depend(in : b, c)
        work(100);
    }
    (void)a, (void)b, (void)c;
}

static void one_of_a_set(void)
{
    int x = 0;
#pragma omp parallel
#pragma omp single
    for (int i = 0; i < 3; i++) {
#pragma omp task depend(mutexinoutset : x)
        work(100);
    }
    (void)x;
}

static void taskloop(void)
{
#pragma omp parallel
#pragma omp single
#pragma omp taskloop grainsize(1)
    for (int i = 0; i < 8; i++)
        work(100);
}

static void detached(void)
{
#pragma omp parallel
#pragma omp single
    {
        omp_event_handle_t event;
#pragma omp task detach(event)
        work(10);
#pragma omp task
        {
            work(200);
            omp_fulfill_event(event);
        }
#pragma omp taskwait
        work(100);
    }
}

/* ---- waiting without a core ------------------------------------------------------------- */

static void pause_and_work(void)
{
#pragma omp parallel
    {
        pause_for(300);
        work(100);
    }
}

static void sleep_only(void)
{
#pragma omp parallel
    usleep(100);
}

static void wait_for_flag(void)
{
    int flag = 0;
#pragma omp parallel num_threads(2)
    {
        if (omp_get_thread_num() == 0) {
            work(200);
#pragma omp atomic write
            flag = 1;
        } else {
            int seen = 0;
            while (!seen) {
#pragma omp atomic read
                seen = flag;
            }
            work(100);
        }
    }
}

/* ---- wrong and right ---------------------------------------------------------------------- */

static _Alignas(64) volatile int counters[1024];

static void count(int pitch)
{
#pragma omp parallel
    for (int i = 0; i < 1000; i++)
        counters[omp_get_thread_num() * pitch]++;
}

static void counters_close(void) { count(1); }
static void counters_apart(void) { count(16); }

static void growing(int i) { work(i); }

static void in_blocks(void)
{
#pragma omp parallel for schedule(static)
    for (int i = 0; i < 40; i++)
        growing(i);
}

static void in_turns(void)
{
#pragma omp parallel for schedule(static, 1)
    for (int i = 0; i < 40; i++)
        growing(i);
}

static void work_in_critical(void)
{
#pragma omp parallel for
    for (int i = 0; i < 40; i++) {
#pragma omp critical
        work(10);
    }
}

static void work_before_critical(void)
{
    int done = 0;
#pragma omp parallel for
    for (int i = 0; i < 40; i++) {
        work(10);
#pragma omp critical
        done++;
    }
}

static int fibonacci(int n, int cut)
{
    int a, b;
    if (n < 2)
        return n;
    if (n < cut)
        return fibonacci(n - 1, cut) + fibonacci(n - 2, cut);
#pragma omp task shared(a)
    a = fibonacci(n - 1, cut);
    b = fibonacci(n - 2, cut);
#pragma omp taskwait
    return a + b;
}

static void fibonacci_with(int cut)
{
#pragma omp parallel
#pragma omp single
    fibonacci(15, cut);
}

static void tasks_to_the_leaves(void) { fibonacci_with(2); }
static void tasks_cut_off(void) { fibonacci_with(10); }

static void serial_half(void)
{
    work(200);
#pragma omp parallel for
    for (int i = 0; i < 20; i++)
        work(10);
}

static void no_serial_half(void)
{
#pragma omp parallel for
    for (int i = 0; i < 40; i++)
        work(10);
}

static void region_a_step(void)
{
    for (int step = 0; step < 100; step++) {
#pragma omp parallel
        work(1);
    }
}

static void one_region(void)
{
#pragma omp parallel
    for (int step = 0; step < 100; step++)
        work(1);
}

static const struct {
    const char *name;
    void (*run)(void);
} programs[] = {
    {"each 100", each_100},
    {"each 10", each_10},
    {"uneven", uneven},
    {"two phases", two_phases},
    {"serial, then parallel", serial_then_parallel},
    {"nested", nested},
    {"static loop", static_loop},
    {"dynamic loop", dynamic_loop},
    {"sections", three_sections},
    {"single, then all", single_then_all},
    {"single beside all", single_beside_all},
    {"ordered", ordered_loop},
    {"doacross", doacross},
    {"reduction", reduction},
    {"critical", critical},
    {"critical in turns", critical_in_turns},
    {"a lock each", lock_each},
    {"7 tasks", tasks_7},
    {"8 tasks", tasks_8},
    {"64 tasks", tasks_64},
    {"200 tasks", tasks_200},
    {"wait for two", wait_for_two},
    {"group", group},
    {"tree of 8", tree_of_8},
    {"chain", chain},
    {"diamond", diamond},
    {"one of a set", one_of_a_set},
    {"taskloop", taskloop},
    {"detached", detached},
    {"pause and work", pause_and_work},
    {"sleep", sleep_only},
    {"wait for a flag", wait_for_flag},
    {"counters close", counters_close},
    {"counters apart", counters_apart},
    {"in blocks", in_blocks},
    {"in turns", in_turns},
    {"work in critical", work_in_critical},
    {"work before critical", work_before_critical},
    {"tasks to the leaves", tasks_to_the_leaves},
    {"tasks cut off", tasks_cut_off},
    {"serial half", serial_half},
    {"no serial half", no_serial_half},
    {"region a step", region_a_step},
    {"one region", one_region},
};

int main(int argc, char **argv)
{
    for (size_t i = 0; i < sizeof programs / sizeof *programs; i++)
        if (argc == 2 && strcmp(argv[1], programs[i].name) == 0) {
            programs[i].run();
            return 0;
        }
    return 2;
}
