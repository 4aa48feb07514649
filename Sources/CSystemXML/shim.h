// libxml2's headers hold macros and unions that Swift takes badly; CXML wraps what is needed in plain C.
#pragma once
