// A pointer to the shared counter goes down into a function.
// expect: RACE, on i, threads 2
static void add_one(int *q)
{
    *q += 1;
}

int main(void)
{
    int i = 0;
#pragma omp parallel
    add_one(&i);
    return i < 1;
}
