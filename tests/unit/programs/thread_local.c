// C11's own: each thread has its variable.
// expect: PASS, outcomes 1
static _Thread_local int own = 3;

int main(void)
{
    int wrong = 0;
#pragma omp parallel reduction(+ : wrong)
    {
        wrong += own++ != 3;
        wrong += own != 4;
    }
    return wrong;
}
