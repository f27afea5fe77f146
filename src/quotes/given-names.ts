/**
 * Words that tell whether a name is a person's, and whether "he" or "she" may mean it. The common given names of news in
 * English; whoever is not among them is known by how they are written about, or is anybody.
 */

function words(list: string): ReadonlySet<string> {
  return new Set(list.trim().split(/\s+/u));
}

export const MALE = words(`
  Aaron Abdul Abdullah Abraham Adam Adrian Ahmad Ahmed Alan Albert Alberto Alejandro Alexander Alexei Alfred Ali Allen Amir Anders
  Andre Andreas Andrei Andrew Angus Anthony Antonio Antony Armando Arthur Asif Ayman Barack Barry Bashar Ben Benedict Benjamin Benny Bernard
  Bernie Bill Billy Bob Bobby Boris Brad Bradley Brandon Brian Bruce Bruno Bryan Carl Carlos Cedric Charles Charlie Christopher
  Chuck Claude Clarence Clive Colin Craig Curtis Dan Daniel Daryl Dave David Dean Denis Dennis Derek Diego Dmitri Dmitry Dominic Donald Doug Douglas Duncan
  Ed Eddie Edgar Eduardo Edward Edwin Elias Elijah Elliott Emmanuel Enrique Eric Erik Ernest Ethan Eugene Evan Felipe Felix Fernando Francis
  Francisco Francois Frank Franz Fred Frederick Gabriel Gareth Gary Gavin Geoff Geoffrey George Georg Gerald Gerard Gilbert Giovanni Glenn Gordon
  Graham Greg Gregory Guillermo Gustavo Guy Hans Harold Harry Hassan Hector Henry Herbert Herman Howard Hugh Hugo Hussein Ian Ibrahim Igor Imran
  Isaac Ivan Jack Jacob Jacques Jaime Jake Jamal James Jared Jason Javier Jay Jeff Jeffrey Jens Jeremy Jerome Jerry Jesus Jim Jimmy Joaquin
  Joe Joel Johan Johannes John Johnny Jon Jonas Jonathan Jorge Jose José Josef Joseph Josh Joshua Juan Julian Julio Justin Kamal Karim Karl Keith Ken
  Kenneth Kent Kevin Khalid Kofi Kurt Kyle Lance Larry Lars Laurent Lawrence Leo Leon Leonard Liam Lloyd Louis Luc Lucas Luis Luke Magnus Mahmoud Malcolm
  Manny Manuel Marc Marcel Marco Marcus Mario Mark Markus Martin Marvin Mateo Matt Matteo Matthew Maurice Max Mehmet Michael Michel Miguel Mike
  Mitch Mitt Mohamed Mohammad Mohammed Muhammad Mustafa Nathan Neil Nelson Newt Nicholas Nick Nicolas Nigel Noah Norman Olaf Oliver Omar Oscar Osama Otto
  Owen Pablo Patrick Paul Pavel Pedro Perry Pete Peter Phil Philip Philippe Phillip Pierre Rafael Raj Rajiv Ralph Ramon Randy Rashid Raul Ray
  Raymond Reginald Reza Ricardo Rich Richard Rick Ricky Rob Robert Roberto Rodrigo Roger Roland Ron Ronald Rory Ross Roy Rudy Rupert Russell
  Ryan Samir Samuel Saul Scott Sean Sebastian Sergei Sergey Sergio Seth Shane Shaun Sidney Silvio Simon Stan Stanley Stefan Stephen Steve Steven
  Stuart Sven Ted Teddy Terence Terrence Theodore Thomas Tim Timothy Toby Todd Tom Tomas Tommy Tony Travis Trevor Tyler Uri Viktor Victor Vincent Vladimir Walter
  Warren Wayne Werner Wilhelm Will Willem William Winston Wolfgang Xavier Yasser Youssef Yuri Yusuf Zachary
  Mr Sir Lord King Prince Pope Father Brother Imam Sheikh Congressman Assemblyman Councilman Alderman`);

export const FEMALE = words(`
  Abigail Adriana Agnes Aisha Alexandra Alice Alicia Alison Allison Amanda Amber Amelia Amina Amy Ana Angela Angelina Anita Ann Anna Anne
  Annette Annie Antonia April Ashley Astrid Audrey Barbara Beatrice Becky Benazir Bernadette Beth Betsy Betty Beverly Bonnie Brenda Bridget Brigitte
  Camilla Candice Carla Carly Carmen Carol Carole Caroline Carolyn Carrie Catherine Cecilia Celia Cheryl Chloe Christina Christine Cindy Claire
  Clara Claudia Colleen Connie Cristina Cynthia Danielle Daphne Dawn Debbie Deborah Debra Denise Diana Diane Dilma Dolores Donna Doris Dorothy
  Edith Eileen Elaine Eleanor Elena Elisabeth Elizabeth Ella Ellen Emilia Emily Emma Erica Erin Esther Eva Evelyn Farah Fatima Fiona Frances
  Francesca Gabriela Gail Gemma Geraldine Gina Giorgia Glenda Gloria Grace Greta Hannah Harriet Heather Heidi Helen Helena Helga Hilary
  Hillary Holly Ida Indira Ines Ingrid Irene Iris Isabel Isabella Ivanka Jacinda Jacqueline Jane Janet Janice Jasmine Jeanne Jenna Jennifer
  Jenny Jessica Jill Joan Joanna Jodi Josephine Joyce Juanita Judith Judy Julia Juliana Julie June Kamala Karen Karin Karla Kate Katherine
  Kathleen Kathy Katie Katrina Kay Kimberly Kirsten Kristen Kristin Laura Lauren Laurie Leah Leila Lena Leticia Lidia Lilian
  Lillian Lily Linda Lisa Lois Lorena Loretta Lori Lorraine Louise Lucia Lucy Luisa Lydia Madeleine Maggie Malala Marcia Margaret Maria María
  Marie Marian Marianne Marilyn Marina Marine Marion Marjorie Marta Martha Mary Maryam Maureen Megan Melania Melanie Melinda Melissa Mercedes Meredith
  Michele Michelle Mildred Miriam Molly Monica Nadia Nancy Naomi Natalia Natalie Natasha Nicole Nina Nora Norma Olga Olivia Paige Pamela Patricia
  Patty Paula Pauline Peggy Penelope Penny Phyllis Priscilla Rachel Rebecca Regina Renee Rhonda Rita Roberta Rosa Rosemary Rosie Roxanne Ruth
  Sabrina Sally Samantha Sandra Sara Sarah Selina Shannon Sharon Sheila Sherry Shirley Silvia Sofia Sonia Sophia Sophie Stella Stephanie
  Sue Susan Susana Susanna Suzanne Svetlana Sylvia Tamara Tammy Tanya Tara Teresa Terri Tessa Theresa Tina Ursula Valeria Valerie Vanessa Vera
  Veronica Violet Vivian Wendy Whitney Wilma Yasmin Yolanda Yvette Yvonne Zainab Zoe
  Mrs Ms Miss Dame Lady Queen Princess Sister Mother Congresswoman Assemblywoman Councilwoman Spokeswoman Chairwoman`);

/** Given names of either. */
export const EITHER = words(`
  Alex Alexis Andrea Casey Chris Dana Jackie Jamie Jan Jean Jo Kelly Kerry Kim Lee Leslie Lynn Marty Morgan Nicola Pat Robin Sam Sandy Simone Stacey Taylor Terry
  Tracy`);

/** What stands before a person's name, and is part of it. */
export const TITLES = words(`
  Mr Mrs Ms Miss Dr Prof Professor Sir Lord Lady Dame President Premier Prime Vice Minister Secretary Undersecretary Chancellor Governor Gov
  Senator Sen Senators Representative Rep Congressman Congresswoman Mayor Judge Justice General Gen Colonel Col Major Maj Captain Capt Lieutenant Lt Sergeant
  Sgt Admiral Adm Rev Reverend Father Sister Pope King Queen Prince Princess Sheikh Imam Rabbi Bishop Archbishop Cardinal Ambassador
  Director Commissioner Chairman Chairwoman Chief Speaker Spokesman Spokeswoman Attorney Sheriff Officer Detective Coach Chair Deputy Defense Defence Foreign
  Finance Interior Health Deputy Press Treasury`);

/** A name with one of these words is no person's. */
export const NO_PERSON = words(`
  Academy Act Administration Agency Air Airlines Airport Alliance Army Assembly Association Authority Avenue Bank Bay Beach Bill Board Boulevard Bridge
  Broadcasting Bureau Cabinet Campaign Capitol Caucus Center Centre Chamber Church City Climate Club Coalition College Commission Committee Company
  Conference Congress Constitution Convention Corporation Corps Council Country County Court Debate Debates Democracy Democrat Democratic Democrats Department District Division
  East Economic Election Embassy Europe European Facebook Federal Federation Force Forces Foundation Fund Garden Global Government Group Guard Hall Hill
  Hospital Hotel House Inc Industries Initiative Institute Institution International Island Islands Journal Justice Labor Labour Lake Law League Library
  Magazine Ministry Morning Mount Mountain Museum National Nations Navy Network News North Northern Nuclear Office Olympic Olympics Organization
  Palace Park Parliament Partnership Party Peninsula Plan Police Policy Port Post Press Primary Program Project Province Radio Reform Register Republic
  Republican Republicans Research Revolution River Road School Senate Service Services Society South Southern Square State States Station Street Studies
  Supreme Survey Television Times Tower Trade Treaty Tribune Union United University Valley Village War Weekly West Western White World YouTube Twitter
  Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April June July August September October November
  December English Spanish French German Russian Chinese American Americans British Indian Israeli Iranian Iraqi Japanese Korean Mexican Muslim
  Muslims Christian Christians Jewish Jews Catholic Islamic Islam African Arab Asian Hispanic Latino Afghan Pakistani Turkish Ukrainian Syrian
  America Britain England France Germany Russia China India Israel Iran Iraq Japan Korea Mexico Africa Asia Afghanistan Pakistan Turkey Ukraine
  Syria Canada Australia Italy Spain Poland Brazil Egypt Washington London Paris Moscow Beijing Brussels Berlin York California Texas Florida Iowa
  Ohio Maine Oregon Georgia Alabama Kansas Louisiana Tennessee Kentucky Indiana Illinois Utah Montana Nevada Hampshire Carolina Virginia Michigan Wisconsin Pennsylvania Colorado Arizona Massachusetts Chicago Boston Houston Detroit
  Philadelphia Miami Angeles Francisco Diego Hollywood Internet Senators God Christmas Easter Congressional Presidential Constitutional Politico
  Reuters Fox CNN`);

/** Capitals at the beginning of a sentence, no part of the name behind them. */
export const NO_NAME = words(`
  A About Above According Across After Again Against All Along Already Also Although Always Among An And Another Any Anyone As Asked At Because Before Behind
  Being Below Besides Between Both But By Can Critics Did Do Does During Each Earlier Either Even Every Everyone Everything Few First For Former
  From Further Given Had Has Have He Her Here Hers His How However I If In Indeed Inside Instead Into It Its Just Last Late Later Least
  Less Let Like Many Maybe Me Meanwhile More Most Much My Near Neither Never Next No Nobody None Nor Not Nothing Now Of Off Often
  On Once One Only Or Other Others Our Out Outside Over People Perhaps Plus Rather Recently Same Separately She Since So Some Someone Sometimes
  Soon Still Such Sure Than That The Their Them Then There These They This Those Though Through Throughout Thus To Today Together Too Toward
  Two Three Under Unless Unlike Until Up Upon Very Was We Well Were What When Where Whether Which While Who Whose Why Will With Within Without
  Would Yes Yesterday Yet You Your Sorry Speaking Spurred Responding Asked Addressing`);
