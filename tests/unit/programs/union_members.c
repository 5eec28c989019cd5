// Two members of a union are the same bytes.
// expect: RACE, threads 2
static union {
    int whole;
    char part[4];
} u;

int main(void)
{
#pragma omp parallel sections
    {
#pragma omp section
        u.whole = 1;
#pragma omp section
        u.part[2] = 7;
    }
    return u.part[3] != 0;
}
