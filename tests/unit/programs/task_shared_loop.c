// The loop goes on while tasks read its variable. Of what a task only reads gcc
// would make a copy, and the race would be no more.
// expect -DHOW=: RACE, on i
// expect -DHOW=firstprivate(i): PASS, outcomes 1
// expect -DHOW=shared(i)/**/priority(2): RACE, on i
static int got[3];
static void keep(int which) { got[which < 3 ? which : 0] = which; }
int main(void)
{
    int i;
#pragma omp parallel num_threads(2)
#pragma omp single
    for (i = 0; i < 3; i++)
#pragma omp task HOW
        keep(i);
    return got[2] > 2;
}
