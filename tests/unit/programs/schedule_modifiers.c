// Schedules with their modifiers: each hands out every iteration once, and none of
// them orders one before another.
// expect -DKIND=1: PASS, outcomes 1
// expect -DKIND=2: PASS, outcomes 1
// expect -DKIND=3: PASS, outcomes 1
// expect -DKIND=4: PASS, outcomes 1
// expect -DKIND=5: PASS, outcomes 1
// expect -DKIND=1 -DCHAIN: RACE
// expect -DKIND=2 -DCHAIN: RACE
// expect -DKIND=3 -DCHAIN: RACE
// expect -DKIND=4 -DCHAIN: RACE
// expect -DKIND=5 -DCHAIN: RACE
#if KIND == 1
#define SCHEDULE schedule(auto)
#elif KIND == 2
#define SCHEDULE schedule(monotonic : dynamic, 2)
#elif KIND == 3
#define SCHEDULE schedule(nonmonotonic : dynamic)
#elif KIND == 4
#define SCHEDULE schedule(monotonic : guided)
#else
#define SCHEDULE schedule(nonmonotonic : guided, 2)
#endif
#define TEXT(x) #x
#define PRAGMA(x) _Pragma(TEXT(x))
static int a[7];
int main(void)
{
    PRAGMA(omp parallel for num_threads(2) SCHEDULE)
    for (int i = 0; i < 6; i++)
#ifdef CHAIN
        a[i + 1] += a[i] + 1;
#else
        a[i + 1] += i;
#endif
    for (int i = 0; i < 6; i++)
        if (a[i + 1] != i)
            return 1;
    return 0;
}
