// expect -DWAY=1: RACE, on memory of graph.cost
// expect -DWAY=2: RACE, on memory that make_row allocated
// expect -DWAY=3: RACE, on memory of rows[1]
// Memory that no pointer of the accessing function names: who allocated it says more.
#include <stdlib.h>

struct graph {
    int *cost, *rows[2];
};

static int *make_row(int n)
{
    return calloc((size_t)n, sizeof(int));
}

static void set(struct graph *graph)
{
    if (WAY == 1)
        *(graph->cost + 1) = 1;
    else
        *(graph->rows[WAY - 2] + 1) = 1;
}

int main(void)
{
    struct graph graph;
    int *rows[2];
    graph.cost = (int *)malloc(2 * sizeof(int));
    rows[0] = make_row(2);
    rows[1] = malloc(2 * sizeof(int));
    graph.rows[0] = rows[0];
    graph.rows[1] = rows[1];
    #pragma omp parallel num_threads(2)
    set(&graph);
    return graph.rows[0][0];
}
