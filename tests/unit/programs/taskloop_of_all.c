// A taskloop that each thread makes. Of two tasks of one lane the second is called
// another.
// expect race: RACE, on x, says another task of line 8 reads
int main(void)
{
    int x = 0;
#pragma omp parallel num_threads(8) shared(x)
#pragma omp taskloop num_tasks(8)
    for (int i = 0; i < 64; i++)
        x++;
    return x > 512;
}
