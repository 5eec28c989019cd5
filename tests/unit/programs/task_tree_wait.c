// expect: PASS, executions 2, outcomes 1, by dpor
// expect -DDEPTH=3: PASS, executions 2, outcomes 1
// expect -DDEPTH=3 -DGROUP: PASS, executions 2, outcomes 1
// expect -DUNTIED: PASS, executions 2, outcomes 1, by dpor
// expect -DRACE: RACE, on sums[2]
// expect -DDEPTH=7: PASS, executions 2, outcomes 1, by dpor
// expect race -DDEPTH=7: PASS
/* A tree of tasks that wait for their children, and do nothing else that another
 * task could notice: whichever starts first, and wherever, nothing differs. What
 * is left to choose is who meets the single. */
#ifndef DEPTH
#define DEPTH 4
#endif
#ifdef UNTIED
#define TASK untied
#else
#define TASK
#endif

static int sums[1 << DEPTH];

static void add(int node)
{
    if (2 * node >= 1 << DEPTH) {
        sums[node] = node;
        return;
    }
#ifdef GROUP
#pragma omp taskgroup
#endif
    for (int child = 2 * node; child <= 2 * node + 1; child++)
#pragma omp task TASK
        add(child);
#if !defined RACE && !defined GROUP
#pragma omp taskwait
#endif
    sums[node] = sums[2 * node] + sums[2 * node + 1];
}

int main(void)
{
    int leaves = 1 << (DEPTH - 1);
#pragma omp parallel num_threads(2)
#pragma omp single
    add(1);
    return sums[1] != (3 * leaves - 1) * leaves / 2;
}
