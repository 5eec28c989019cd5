// The value of the last iteration that assigned one, whoever did it.
// expect: PASS, outcomes 1
// expect -DSCHEDULE=dynamic: PASS, outcomes 1
// expect -DSCHEDULE=guided: PASS, outcomes 1
#ifndef SCHEDULE
#define SCHEDULE static
#endif
int a[6] = {0, 7, 0, 9, 0, 0};
int main(void)
{
    int last = -1, section = 0;
#pragma omp parallel num_threads(2)
    {
#pragma omp for schedule(SCHEDULE) lastprivate(conditional : last)
        for (int i = 0; i < 6; i++)
            if (a[i])
                last = a[i];
#pragma omp sections lastprivate(conditional : section)
        {
#pragma omp section
            section = 1;
#pragma omp section
            section = 2;
        }
    }
    return last != 9 || section != 2;
}
