// An _Atomic counter and a plain copy of it.
// expect: PASS, threads 2, outcomes 1
static _Atomic int counter;

int main(void)
{
#pragma omp parallel
    {
        int own = ++counter;
        counter += own - own;
    }
    return counter != 2 && counter != 4;
}
