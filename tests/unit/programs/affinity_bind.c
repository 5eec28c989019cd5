// proc_bind says on which places a region's threads are: all on one, one beside
// the other, or each with a part of its own; five threads do not fit on four.
// expect: PASS, outcomes 1, env OMP_PLACES={0}:4
// expect -DUNBOUND: PASS, outcomes 1
#include <assert.h>
#include <omp.h>

#ifdef UNBOUND
#define PLACE(bound) (-1)
#define PART(bound) 0
#define BIND(bound) omp_proc_bind_false
#else
#define PLACE(bound) (bound)
#define PART(bound) (bound)
#define BIND(bound) (bound)
#endif

static int part_begins_at(int wanted)
{
    int places[8] = {-1};
    omp_get_partition_place_nums(places);
    return places[0] == wanted;
}

int main(void)
{
    omp_set_max_active_levels(2);
#pragma omp parallel num_threads(3) proc_bind(primary)
    assert(omp_get_place_num() == PLACE(0) && omp_get_partition_num_places() == PART(4));
#pragma omp parallel num_threads(3) proc_bind(close)
    assert(omp_get_place_num() == PLACE(omp_get_thread_num()) &&
           omp_get_partition_num_places() == PART(4) &&
           omp_get_proc_bind() == BIND(omp_proc_bind_close));
#pragma omp parallel num_threads(3) proc_bind(spread)
    {
        static const int place[] = {0, 2, 3}, part[] = {2, 1, 1};
        int me = omp_get_thread_num();
        assert(omp_get_place_num() == PLACE(place[me]) &&
               omp_get_partition_num_places() == PART(part[me]) && part_begins_at(PLACE(place[me])));
#pragma omp parallel num_threads(2) proc_bind(close)
        assert(omp_get_place_num() == PLACE(place[me] + (me == 0 && omp_get_thread_num())));
    }
#pragma omp parallel num_threads(5) proc_bind(close)
    assert(omp_get_place_num() == PLACE(omp_get_thread_num() % 4));
#pragma omp parallel for schedule(dynamic) num_threads(2) proc_bind(spread)
    for (int i = 0; i < 2; i++)
        assert(omp_get_place_num() == PLACE(2 * omp_get_thread_num()));
#pragma omp parallel sections num_threads(2) proc_bind(primary)
    {
        assert(omp_get_place_num() == PLACE(0));
#pragma omp section
        assert(omp_get_place_num() == PLACE(0));
    }
    return 0;
}
