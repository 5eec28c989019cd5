// An update that the compiler makes of a load and an exchange is one step, and
// a race with it is told at its own line, as a write.
// expect: RACE, races 2, on sum
int sum;
int main(void)
{
#pragma omp parallel num_threads(2)
    {
#pragma omp atomic update
        sum *= 2;
        sum = 2;
    }
    return sum;
}
