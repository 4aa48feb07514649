// minizip's headers hold macros and callbacks that Swift takes badly; CArchive wraps what is needed in plain C.
#pragma once
