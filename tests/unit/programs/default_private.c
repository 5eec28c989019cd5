// default(private) and default(firstprivate): each thread its own copy of whatever
// is not named; with default(shared) they have one.
// expect -DKIND=firstprivate: PASS, outcomes 1
// expect -DKIND=private: PASS, outcomes 1
// expect -DKIND=shared: RACE, on x
#include <omp.h>
static int cell[2];
int main(void)
{
    int x = 5;
#pragma omp parallel num_threads(2) default(KIND) shared(cell)
    {
        int me = omp_get_thread_num();
        x = me + 1;
        cell[me] = x;
    }
    return cell[0] == 1 && cell[1] == 2 && (x == 5 || x <= 2) ? 0 : 1;
}
