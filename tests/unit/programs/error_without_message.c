// expect -DHOW=warning: PASS, outcomes 1
// expect -DHOW=fatal: CRASH, outcomes 1, says the program's own error
int main(void)
{
#pragma omp parallel num_threads(2)
#pragma omp masked
    {
#pragma omp error at(execution) severity(HOW)
    }
    return 0;
}
