// error at(execution): a warning goes on, a fatal one ends the program.
// expect: PASS, outcomes 1
// expect -DFATAL: CRASH, says two is too many
int main(void)
{
    int count = 2;
#pragma omp nothing
#pragma omp error at(execution) severity(warning) message("two are many")
#ifdef FATAL
    if (count == 2) {
#pragma omp error at(execution) severity(fatal) message("two is too many")
    }
#endif
    return count - 2;
}
