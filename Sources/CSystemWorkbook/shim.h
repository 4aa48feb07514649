// libxlsxwriter's headers hold macros and structures that Swift takes badly; CWorkbook wraps what is needed in plain C.
#pragma once
