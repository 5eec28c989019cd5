// One task follows all that an iterator names.
// expect -DTO=4: PASS, outcomes 1
// expect -DTO=3: RACE, on part[3]
int part[4];
int main(void)
{
    int sum = 0;
#pragma omp parallel num_threads(2) shared(sum)
#pragma omp single
    {
        for (int i = 0; i < 4; i++) {
#pragma omp task depend(out : part[i])
            part[i] = i + 1;
        }
#pragma omp task shared(sum) depend(iterator(i = 0 : TO), in : part[i])
        for (int i = 0; i < 4; i++)
            sum += part[i];
    }
    return sum == 10 ? 0 : 1;
}
