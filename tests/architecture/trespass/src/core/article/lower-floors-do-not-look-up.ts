// The foundation would know the roof.
import '../../app/app-uses-doors.ts'
