#include "grade/command.h"
int command_run(const struct house *house, const struct request *request)
{
    (void)request;
    return complain("%s run: nothing yet", house->command);
}
