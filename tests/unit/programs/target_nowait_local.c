// A variable of a function that is in no region, and a target task beside it.
// expect: RACE, outcomes 1, on local
// expect -DWAITS: PASS, outcomes 1
int main(void)
{
    int local = 0;
#pragma omp target map(tofrom : local) nowait
    local++;
#ifdef WAITS
#pragma omp taskwait
#endif
    local++;
#pragma omp taskwait
    return local;
}
